import ArgumentParser

/// One wording for what many commands take.
extension ArgumentHelp {
    /// Means a conversation.
    static var conversation: ArgumentHelp {
        ArgumentHelp(
            """
            The conversation's ID from 'antwort sla list', or as many of its first letters as make it unique; or the id of a post \
            in it.
            """, valueName: "id")
    }

    /// Means a draft.
    static var draft: ArgumentHelp {
        ArgumentHelp(
            "The draft's ID from 'antwort drafts list', or as many of its first letters as make it unique.",
            valueName: "id")
    }

    /// Means an approved reply.
    static var reply: ArgumentHelp {
        ArgumentHelp(
            "The reply's ID from 'antwort outbox list', or as many of its first letters as make it unique.",
            valueName: "id")
    }

    /// Means an account of the settings.
    static var account: ArgumentHelp {
        ArgumentHelp(
            "The account's name in the settings; 'antwort config check' lists the names.", valueName: "account")
    }

    /// Means a quarantined record.
    static var record: ArgumentHelp {
        ArgumentHelp("The record's ID from 'antwort quarantine list', a number.", valueName: "id")
    }

    /// Means several quarantined records.
    static var records: ArgumentHelp {
        ArgumentHelp("The records' IDs from 'antwort quarantine list', numbers.", valueName: "id")
    }

    /// Means a calendar of the settings.
    static var calendar: ArgumentHelp {
        ArgumentHelp(
            """
            The calendar's name in the settings; 'antwort config check' lists the names. Not needed where there is only one.
            """, valueName: "calendar")
    }

    /// Means a channel of the settings.
    static var channel: ArgumentHelp {
        ArgumentHelp(
            "The channel's name in the settings; 'antwort config check' lists the names. Without it: every channel.",
            valueName: "channel")
    }

    /// How much of a list is printed.
    static var limit: ArgumentHelp {
        ArgumentHelp("At most this many rows; a last line says when there are more.", valueName: "n")
    }
}
