/// What people decide about conversations, and what their clocks make of it.
///
/// - Decisions are facts and stay. They follow their thread when it is joined to another.
/// - The new columns of `conversations` belong to its projection. Rows that are there already say what the form before said of them: what
///   is not owed waits for the customer, and seven days of silence resolve it.
enum Migration0003 {
    static let sql = """
        CREATE TABLE decisions (
            pk INTEGER PRIMARY KEY AUTOINCREMENT,
            thread INTEGER NOT NULL,
            account TEXT NOT NULL,
            -- A post of the conversation's opener.
            post TEXT NOT NULL,
            kind TEXT NOT NULL,
            object TEXT,
            until INTEGER,
            at INTEGER NOT NULL,
            person TEXT NOT NULL,
            reason TEXT
        ) STRICT;
        CREATE INDEX decisions_by_thread ON decisions (thread);

        ALTER TABLE conversations ADD COLUMN owed_from INTEGER;
        ALTER TABLE conversations ADD COLUMN is_waiting INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE conversations ADD COLUMN waits_until INTEGER;
        -- May lie ahead: when silence will have resolved it.
        ALTER TABLE conversations ADD COLUMN resolved_at INTEGER;
        ALTER TABLE conversations ADD COLUMN ends_in_silence INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE conversations ADD COLUMN merged_into TEXT;
        -- NULL where the clock started when its post was seen.
        ALTER TABLE conversations ADD COLUMN wait_seen_at INTEGER;
        ALTER TABLE conversations ADD COLUMN wait_retargeted_at INTEGER;
        ALTER TABLE conversations ADD COLUMN wait_end_reason TEXT;
        ALTER TABLE conversations ADD COLUMN first_seen_at INTEGER;
        ALTER TABLE conversations ADD COLUMN first_retargeted_at INTEGER;
        ALTER TABLE conversations ADD COLUMN first_end_reason TEXT;
        ALTER TABLE conversations ADD COLUMN resolution_origin TEXT;
        ALTER TABLE conversations ADD COLUMN resolution_target_name TEXT;
        -- Everything else of the resolution clock, in the numbers of ResolutionText.
        ALTER TABLE conversations ADD COLUMN resolution TEXT;
        -- The place among the resolutions that are due, and among those that rest; NULL outside.
        ALTER TABLE conversations ADD COLUMN resolution_at INTEGER;
        ALTER TABLE conversations ADD COLUMN rests_until INTEGER;

        UPDATE conversations SET
            owed_from = CASE WHEN is_owed = 1 THEN coalesce(wait_started_at, opened_at) END,
            is_waiting = 1 - is_owed,
            resolved_at = CASE WHEN is_owed = 0 THEN last_post_at + 604800 END,
            ends_in_silence = 1 - is_owed;

        CREATE INDEX conversations_resolving ON conversations (resolution_at, id) WHERE resolution_at IS NOT NULL;
        CREATE INDEX conversations_resting ON conversations (rests_until, id) WHERE rests_until IS NOT NULL;
        """
}
