package import ServiceHours

extension ConversationRecord {
    /// Where the conversation stands at `now`.
    package func state(at now: Instant) -> ConversationState {
        mergedInto == nil || standing.isCancelled ? standing.state(at: now) : .resolved
    }

    /// The resolution clock while nobody has ended it, outside history; what silence will end is among them.
    package var openResolution: ResolutionClock? {
        guard let resolution, resolution.isLive, !isHistory, !isCancelled else { return nil }
        return resolution.ending == nil || standing.isEndedBySilence ? resolution : nil
    }

    /// Its place among the resolutions that are due: the due time, unless silence ends the matter in time; nil outside the queue.
    package var resolutionQueuedAt: Instant? {
        guard let resolution = openResolution, let dueAt = resolution.dueAt else { return nil }
        if let ending = resolution.ending, ending.at <= dueAt { return nil }
        return dueAt
    }

    /// Until when its resolution rests, because the brand waits for the customer; the end of time where nothing ends that, nil where it
    /// does not rest.
    package var restsUntil: Instant? {
        guard let resolution = openResolution, resolution.dueAt == nil,
            resolution.stretches.last?.to != nil
        else { return nil }
        return resolution.ending?.at ?? Instant(seconds: .max)
    }
}
