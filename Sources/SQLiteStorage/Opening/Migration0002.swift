/// Drafts, what people decided about them, the outbox, and what has to be told to whom.
///
/// - A draft's versions are facts and stay; exactly one row of each draft is not `replaced`.
/// - What an approval says stands in `approvals` as it was sealed. The outbox repeats what its own indexes need and reads it from there, so
///   that nothing that was changed behind our back goes unseen: it no longer fits the seal.
/// - Attempts are added and closed once; at most one of a row is open.
enum Migration0002 {
    static let sql = """
        CREATE TABLE drafts (
            pk INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            version INTEGER NOT NULL,
            -- 'waiting' and 'decided' stand at the newest version, 'replaced' at all before.
            standing TEXT NOT NULL,
            conversation TEXT NOT NULL,
            account TEXT NOT NULL,
            target_network TEXT NOT NULL,
            target_id TEXT NOT NULL,
            target_hash_high INTEGER NOT NULL,
            target_hash_low INTEGER NOT NULL,
            target_visibility INTEGER NOT NULL,
            revision TEXT NOT NULL,
            body TEXT NOT NULL,
            body_hash TEXT NOT NULL,
            -- The template's name, or the person who wrote it.
            origin TEXT NOT NULL,
            is_by_hand INTEGER NOT NULL,
            candidates TEXT NOT NULL,
            findings TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            expires_at INTEGER,
            UNIQUE (id, version)
        ) STRICT;
        CREATE INDEX drafts_by_conversation ON drafts (conversation) WHERE standing <> 'replaced';
        CREATE INDEX drafts_by_making ON drafts (created_at, id) WHERE standing <> 'replaced';
        CREATE INDEX drafts_waiting ON drafts (id) WHERE standing = 'waiting';

        CREATE TABLE approvals (
            -- The row of the version that was approved.
            draft INTEGER PRIMARY KEY,
            draft_id TEXT NOT NULL,
            version INTEGER NOT NULL,
            conversation TEXT NOT NULL,
            account TEXT NOT NULL,
            target_network TEXT NOT NULL,
            target_id TEXT NOT NULL,
            target_hash_high INTEGER NOT NULL,
            target_hash_low INTEGER NOT NULL,
            target_visibility INTEGER NOT NULL,
            revision TEXT NOT NULL,
            body_hash TEXT NOT NULL,
            reviewer TEXT NOT NULL,
            approved_at INTEGER NOT NULL,
            words_expire_at INTEGER,
            seal TEXT NOT NULL
        ) STRICT;

        CREATE TABLE rejections (
            draft INTEGER PRIMARY KEY,
            draft_id TEXT NOT NULL,
            version INTEGER NOT NULL,
            reviewer TEXT NOT NULL,
            rejected_at INTEGER NOT NULL,
            reason TEXT NOT NULL
        ) STRICT;

        CREATE TABLE outbox (
            pk INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            -- The approval, by the row of its draft.
            approval INTEGER NOT NULL UNIQUE,
            account TEXT NOT NULL,
            target_network TEXT NOT NULL,
            target_id TEXT NOT NULL,
            body_hash TEXT NOT NULL,
            approved_at INTEGER NOT NULL,
            body BLOB NOT NULL,
            method TEXT NOT NULL,
            path TEXT NOT NULL,
            content_type TEXT NOT NULL,
            request BLOB NOT NULL,
            idempotency_key TEXT,
            seal TEXT NOT NULL,
            state TEXT NOT NULL,
            is_finished INTEGER NOT NULL,
            reason TEXT,
            attempts INTEGER NOT NULL,
            cleared_through INTEGER NOT NULL,
            ordered_by TEXT,
            ordered_at INTEGER,
            ordered_after INTEGER,
            order_waives TEXT,
            next_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            since INTEGER NOT NULL,
            failed_looks INTEGER NOT NULL,
            absent_since INTEGER,
            reply_id TEXT,
            reply_url TEXT,
            reply_at INTEGER,
            evidence TEXT NOT NULL,
            epoch TEXT NOT NULL,
            is_restored INTEGER NOT NULL
        ) STRICT;
        -- The same words to the same post are on their way once.
        CREATE UNIQUE INDEX outbox_once ON outbox (account, target_network, target_id, body_hash) WHERE is_finished = 0;
        -- A post on the platform is one reply of ours.
        CREATE UNIQUE INDEX outbox_bound_once ON outbox (account, reply_id) WHERE reply_id IS NOT NULL;
        CREATE INDEX outbox_by_reply ON outbox (target_network, reply_id) WHERE reply_id IS NOT NULL;
        CREATE INDEX outbox_by_approval ON outbox (approved_at, id);
        CREATE INDEX outbox_unfinished ON outbox (next_at, id) WHERE is_finished = 0;
        CREATE INDEX outbox_held ON outbox (pk) WHERE state = 'held';

        CREATE TABLE attempts (
            -- AUTOINCREMENT: how many were ever made is told by the last.
            pk INTEGER PRIMARY KEY AUTOINCREMENT,
            outbox INTEGER NOT NULL,
            number INTEGER NOT NULL,
            opened_at INTEGER NOT NULL,
            boot TEXT NOT NULL,
            boot_seconds INTEGER NOT NULL,
            epoch TEXT NOT NULL,
            -- All NULL while it is open; from outcome to bytes_sent none is NULL once it is closed.
            outcome TEXT,
            closed_at INTEGER,
            bytes_sent INTEGER,
            status INTEGER,
            curl_code INTEGER,
            retry_after INTEGER,
            remote_id TEXT,
            UNIQUE (outbox, number)
        ) STRICT;
        CREATE UNIQUE INDEX attempts_open_once ON attempts (outbox) WHERE outcome IS NULL;

        CREATE TABLE notices (
            pk INTEGER PRIMARY KEY,
            -- The text of the key; what it consists of stands beside it for the indexes.
            notice_key TEXT NOT NULL UNIQUE,
            subject TEXT NOT NULL,
            channel TEXT NOT NULL,
            -- 1 once the end of the subject was queued for the channel.
            is_over INTEGER NOT NULL,
            -- 'wait' has conversation, origin and kind, 'source' a name, 'outbox' the row's id as name and a conversation.
            matter TEXT NOT NULL,
            conversation TEXT,
            origin TEXT,
            kind TEXT,
            name TEXT,
            recipients TEXT NOT NULL,
            queued_at INTEGER NOT NULL,
            state TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            sent_at INTEGER,
            last_error TEXT
        ) STRICT;
        CREATE INDEX notices_by_subject ON notices (subject, channel);
        CREATE INDEX notices_by_queueing ON notices (queued_at, notice_key);
        CREATE INDEX notices_undelivered ON notices (queued_at, notice_key) WHERE state <> 'sent';
        CREATE INDEX notices_open ON notices (queued_at, notice_key) WHERE is_over = 0;

        -- What connectors remember of accounts.
        CREATE TABLE memories (
            account TEXT PRIMARY KEY,
            text TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE identity (
            pk INTEGER PRIMARY KEY CHECK (pk = 1),
            database_id TEXT NOT NULL
        ) STRICT;
        INSERT INTO identity VALUES (1, lower(hex(randomblob(16))));
        """
}
