namespace Companion.Bot.Simulation.Laws;

/// <summary>Law 1: an inbound message changes the state exactly once.</summary>
internal static class OnceLaw
{
    public static Law Check(Evidence evidence)
    {
        var law = new Law();
        var stored = evidence.Inbound.ToLookup(row => row.ProviderId);
        foreach (var text in evidence.Diary.Written.Values.Where(text => text.Brought.Exists(one => one.Duplicate is not null)))
        {
            var rows = stored[text.Id].Count();
            law.Holds(rows == 1, $"A text that was answered for has {rows} inbound rows.", text.Id, text.Brought[0].At);
            law.Holds(text.Brought.Count(one => one.Duplicate == false) <= 1, "A text was taken as new twice.", text.Id, text.Brought[^1].At);
        }

        foreach (var id in stored.Select(rows => rows.Key))
        {
            law.Holds(evidence.Diary.Written.ContainsKey(id), "An inbound row is of a text that nobody wrote.", id);
        }

        Submissions(evidence, law);
        return law;
    }

    // One case a conversation, and one text that tells its reference (which may have been joined to another reply of a burst).
    private static void Submissions(Evidence evidence, Law law)
    {
        foreach (var made in evidence.Cases)
        {
            var told = evidence.Outbound.Count(row => row.AddressId == made.AddressId && row.Words.Contains(made.Reference, StringComparison.Ordinal));
            law.Holds(told == 1, $"{told} texts tell the reference of a case.", $"case {made.Id}", made.ReferredAt);
        }

        var cases = evidence.Cases.ToLookup(row => row.ConversationId);
        foreach (var conversation in evidence.Conversations.Where(row => row.Dialog == "referral"))
        {
            var wasChecked = conversation.ClosedAt is not null && conversation.Slots["checked.story"] == "yes";
            var made = cases[conversation.Id].Count();
            law.Holds(
                made == (wasChecked ? 1 : 0),
                $"A {(wasChecked ? "submitted" : "half-finished")} conversation has {made} cases.",
                $"conversation {conversation.Id}",
                conversation.ClosedAt);
        }
    }
}
