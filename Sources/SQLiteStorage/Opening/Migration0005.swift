/// What is learned from, and what was learned.
///
/// - A lesson is a labelled post that somebody brought in; it belongs to no conversation.
/// - A model's record is a fact and stays; its weights are dropped when it is old.
/// - Choices are facts and stay: the last of a language holds, and a model of NULL is the one that was shipped.
enum Migration0005 {
    static let sql = """
        CREATE TABLE lessons (
            pk INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            language TEXT NOT NULL,
            text TEXT NOT NULL,
            -- Each as label=word, parted by blanks.
            labels TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE models (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            language TEXT NOT NULL,
            made_at INTEGER NOT NULL,
            base INTEGER,
            lessons INTEGER NOT NULL,
            report TEXT NOT NULL
        ) STRICT;

        -- Apart, so that going through the records reads no megabytes.
        CREATE TABLE model_weights (
            model INTEGER PRIMARY KEY,
            used BLOB NOT NULL,
            judged BLOB NOT NULL
        ) STRICT;

        CREATE TABLE model_choices (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            language TEXT NOT NULL,
            model INTEGER,
            at INTEGER NOT NULL
        ) STRICT;
        """
}
