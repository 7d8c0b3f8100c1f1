/// The first form of the store.
///
/// - `ids` is the one index from a platform's id to its thread: for every post, and for every topmost post that only its replies name
///   (`post` is NULL then). It makes ids unique, and finding a thread costs one look-up.
/// - Instants are whole seconds since 1970. Hashes are two integers, the high half first. What repeats in many rows (networks, authors,
///   accounts, triage) is kept once and named by number.
/// - `conversations` is a projection: it can be made again from posts and policies.
enum Migration0001 {
    static let sql = """
        CREATE TABLE networks (
            pk INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE authors (
            pk INTEGER PRIMARY KEY,
            network INTEGER NOT NULL,
            author_id TEXT NOT NULL,
            handle TEXT,
            name TEXT,
            UNIQUE (network, author_id)
        ) STRICT;

        -- What triage read, in the letters of TriageSummary.encoded.
        CREATE TABLE readings (
            pk INTEGER PRIMARY KEY,
            encoded TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE threads (
            pk INTEGER PRIMARY KEY,
            network INTEGER NOT NULL,
            root TEXT NOT NULL,
            version INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE ids (
            network INTEGER NOT NULL,
            remote_id TEXT NOT NULL,
            thread INTEGER NOT NULL,
            post INTEGER,
            PRIMARY KEY (network, remote_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE posts (
            pk INTEGER PRIMARY KEY,
            thread INTEGER NOT NULL,
            remote_id TEXT NOT NULL,
            parent TEXT,
            author INTEGER NOT NULL,
            at INTEGER NOT NULL,
            nanoseconds INTEGER NOT NULL,
            received_at INTEGER NOT NULL,
            on_page INTEGER NOT NULL,
            is_live INTEGER NOT NULL,
            visibility INTEGER NOT NULL,
            hash_high INTEGER NOT NULL,
            hash_low INTEGER NOT NULL,
            triage INTEGER NOT NULL,
            edited_at INTEGER,
            deleted_at INTEGER,
            mentions TEXT,
            url TEXT,
            language TEXT,
            text TEXT NOT NULL
        ) STRICT;
        CREATE INDEX posts_by_thread ON posts (thread);

        -- The wordings that are not, or no longer, current; in the order in which we saw them.
        CREATE TABLE wordings (
            pk INTEGER PRIMARY KEY,
            post INTEGER NOT NULL,
            hash_high INTEGER NOT NULL,
            hash_low INTEGER NOT NULL,
            edited_at INTEGER,
            language TEXT,
            text TEXT NOT NULL,
            UNIQUE (post, hash_high, hash_low)
        ) STRICT;

        -- The accounts that conversations belong to.
        CREATE TABLE desks (
            pk INTEGER PRIMARY KEY,
            account TEXT NOT NULL,
            platform TEXT NOT NULL,
            UNIQUE (account, platform)
        ) STRICT;

        CREATE TABLE conversations (
            pk INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            thread INTEGER NOT NULL,
            desk INTEGER NOT NULL,
            opener INTEGER NOT NULL,
            opening TEXT NOT NULL,
            opened_at INTEGER NOT NULL,
            last_post_at INTEGER NOT NULL,
            posts INTEGER NOT NULL,
            intent TEXT NOT NULL,
            language TEXT NOT NULL,
            register TEXT NOT NULL,
            urgency INTEGER NOT NULL,
            flags INTEGER NOT NULL,
            url TEXT,
            is_history INTEGER NOT NULL,
            is_owed INTEGER NOT NULL,
            is_cancelled INTEGER NOT NULL,
            -- The place in the queue of live waits: the due time, the largest integer for one that is never due, NULL outside the queue.
            queue_at INTEGER,
            wait_kind TEXT,
            wait_origin TEXT,
            wait_started_at INTEGER,
            wait_due_at INTEGER,
            wait_target INTEGER,
            wait_target_name TEXT,
            wait_policy INTEGER,
            wait_ended_at INTEGER,
            wait_ended_by TEXT,
            first_kind TEXT,
            first_origin TEXT,
            first_started_at INTEGER,
            first_due_at INTEGER,
            first_target INTEGER,
            first_target_name TEXT,
            first_policy INTEGER,
            first_ended_at INTEGER,
            first_ended_by TEXT
        ) STRICT;
        CREATE INDEX conversations_by_id ON conversations (id);
        CREATE INDEX conversations_by_thread ON conversations (thread);
        CREATE INDEX conversations_by_opening ON conversations (opened_at, id);
        CREATE INDEX conversations_owed ON conversations (opened_at, id) WHERE is_owed = 1;
        CREATE INDEX conversations_queued ON conversations (queue_at, id) WHERE queue_at IS NOT NULL;

        CREATE TABLE accounts (
            name TEXT PRIMARY KEY,
            platform TEXT NOT NULL,
            network TEXT NOT NULL,
            author_id TEXT NOT NULL,
            author_handle TEXT,
            author_name TEXT,
            takes_unassigned INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE sources (
            name TEXT PRIMARY KEY,
            added_at INTEGER NOT NULL,
            cursor TEXT,
            last_success INTEGER,
            suspended_until INTEGER,
            failed_since INTEGER,
            failed_last INTEGER,
            failure_code TEXT,
            failure_message TEXT
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE policies (
            number INTEGER PRIMARY KEY,
            json TEXT NOT NULL
        ) STRICT;

        -- AUTOINCREMENT: a number that a person has seen never comes to mean another record.
        CREATE TABLE quarantine (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            source TEXT NOT NULL,
            place TEXT NOT NULL,
            code TEXT NOT NULL,
            reason TEXT NOT NULL,
            at INTEGER NOT NULL,
            raw BLOB NOT NULL
        ) STRICT;

        CREATE TABLE runs (
            pk INTEGER PRIMARY KEY AUTOINCREMENT,
            command TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            ended_at INTEGER NOT NULL,
            exit_code INTEGER NOT NULL,
            summary TEXT NOT NULL
        ) STRICT;

        -- Kept with every commit: counting millions of rows would make every status slow.
        CREATE TABLE totals (
            pk INTEGER PRIMARY KEY CHECK (pk = 1),
            posts INTEGER NOT NULL,
            conversations INTEGER NOT NULL
        ) STRICT;
        INSERT INTO totals VALUES (1, 0, 0);
        """
}
