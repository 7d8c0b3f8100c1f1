/// What people say of posts where triage read them wrong.
///
/// Corrections are facts and stay: the last of each label of a wording holds. They follow their thread when it is joined to another.
enum Migration0004 {
    static let sql = """
        CREATE TABLE corrections (
            pk INTEGER PRIMARY KEY AUTOINCREMENT,
            thread INTEGER NOT NULL,
            post INTEGER NOT NULL,
            hash_high INTEGER NOT NULL,
            hash_low INTEGER NOT NULL,
            -- How the wording was read when it was corrected, among the readings.
            triage INTEGER NOT NULL,
            label TEXT NOT NULL,
            word TEXT NOT NULL,
            person TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX corrections_by_thread ON corrections (thread);
        """
}
