/// The words that commands, tables and settings use, in a line or two each: `antwort help words`.
enum Glossary {
    /// What stands behind `antwort help`.
    static let topic = "words"

    static let text = """
        The words that Antwort uses

        WHO AND WHERE
          account       A page or profile of the brand on one platform: accounts: in
                        the settings.
          source        Where posts of an account are read from, its server or a
                        file: sources: in the settings.
          channel       A mail address or web hook that hears of late answers:
                        alerts: channels: in the settings.
          store         The database, one file: antwort.sqlite in the data folder.
          settings      The file antwort.yaml; 'antwort init' writes a first one.

        WHAT PEOPLE WRITE
          post          One thing somebody wrote in public: a post, a comment, a
                        mention, a review.
          conversation  One person's matter with the brand in one public thread. It
                        has an ID such as zjrfvww1bgh5.
          role          A person's part in a conversation: opener (it is their
                        matter), affected_peer (has the same one), bystander,
                        helper, brand, noise.
          triage        What is read in a post: language, intent, urgency and more.
          correction    What a person says of a post that triage read wrong; it
                        counts from the beginning.
          register      How a post addresses you and a reply addresses the customer:
                        du, sie or neutral.
          lexicon       The word lists by which triage reads.
          export        A file with posts that came out of a platform or tool.
          history       Posts brought in for the record: part of conversations, but
                        never due, drafted or announced.
          quarantine    Where a record is kept that could not be read.

        WHEN AN ANSWER IS DUE
          target        How soon you promise to answer: targets: in the settings.
          calendar      Opening hours with time zone and holidays: calendars: in the
                        settings.
          service time  Time in which the calendar is open; only it counts.
          wait          An answer that you owe somebody, and its deadline.
          first, next   The first answer in a conversation, and any later one.
          policy        The targets and calendars that held when a wait began. A
                        change of the settings counts for what begins later.
          late          The deadline has passed.
          alert         A message to the channels that an answer is late or nearly so.

        HOW A REPLY GOES OUT
          template      A reply text that a service lead wrote, with gaps to fill.
          draft         A reply made from a template, which nobody has approved yet.
          candidate     One of several texts that were offered for a draft.
          check         What was found in a text: block (cannot be approved), warn,
                        info.
          hash          64 letters that stand for exactly one text.
          outbox        The approved replies, those that were sent included.
          held          Approved, but not sent: a person has to look at it.
          uncertain     It is not known whether it went out; 'antwort publish' looks
                        for it on the platform before anything else.

        STATES OF A CONVERSATION
          open          Not finished; usually you owe an answer: DUE says so.
          waiting       You have answered; it is the customer's turn.
          resolved      Nobody wrote for seven days after your answer.
          cancelled     What asked for an answer was deleted.
        """
}
