using Companion.Dialogs.Choosing;
using Companion.Dialogs.Talking;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.Safety;

namespace Companion.Workflows.Receiving;

/// <summary>Which open question some words answer, with the candidates it weighed, for the record.</summary>
/// <param name="Conversation">The conversation that gets the words; null when none is open, or when they fit several equally well.</param>
/// <param name="Candidates">Every open question with its fit, as "dialog:state=Fit", the newest first.</param>
/// <param name="Tied">The conversations to ask about, in the order they were opened; empty when there is nothing to ask.</param>
public sealed record Resolution(Conversation? Conversation, string Candidates, IReadOnlyList<Conversation> Tied);

/// <summary>Finds the open question that words answer: the best clear fit. Of several, the person is asked.</summary>
public sealed class Resolver(DialogBook dialogs)
{
    /// <summary>The dialog that asks which question was meant.</summary>
    public const string Which = "which";

    /// <summary>True when the words answer what this conversation asked clearly.</summary>
    public bool Answers(Conversation conversation, Utterance said) => FitOf(conversation, said) == Fit.Clear;

    /// <summary>Resolves words among open conversations, which come newest first.</summary>
    /// <param name="open">The open conversations.</param>
    /// <param name="said">The words.</param>
    /// <param name="mayAsk">False when they were asked just now and did not say: then the question asked last gets the words.</param>
    public Resolution Find(IReadOnlyList<Conversation> open, Utterance said, bool mayAsk = true)
    {
        if (open.Count == 0 || (open.Count == 1 && Asks(open[0])))
        {
            return new Resolution(open.FirstOrDefault(), open.Count == 0 ? "" : $"{open[0].Dialog}:{open[0].State}", []);
        }

        var all = open.Select(conversation => (Conversation: conversation, Fit: FitOf(conversation, said))).ToList();
        var record = string.Join(' ', all.Select(c => $"{c.Conversation.Dialog}:{c.Conversation.State}={c.Fit}"));
        var candidates = all.Where(c => c.Fit == Fit.Clear || Asks(c.Conversation)).ToList();
        if (candidates.Count == 0)
        {
            return new Resolution(null, record, []);
        }

        var best = candidates.Max(c => c.Fit);
        var askedLast = candidates.Select(c => c.Conversation).OrderByDescending(c => c.MovedAt).ThenByDescending(c => c.Id).First();
        var equals = candidates
            .Where(c => c.Fit == best)
            .Select(c => c.Conversation)
            .GroupBy(Asks)
            .MaxBy(alike => alike.Key)! // of those that fit as well, one that awaits an answer goes before one that only listens
            .OrderByDescending(c => GoesFirst(c, askedLast))
            .ThenByDescending(c => c.MovedAt)
            .ThenByDescending(c => c.Id)
            .ToList();
        if (mayAsk && best == Fit.Clear && MayMeanTheOther(candidates.Select(c => c.Conversation), equals[0], said) is { } other)
        {
            return new Resolution(null, record, [.. new[] { equals[0], other }.OrderBy(c => c.Id)]);
        }

        return mayAsk && best == Fit.Clear && equals.Count > 1 && !GoesFirst(equals[0], askedLast)
            ? new Resolution(null, record, [.. equals.Take(WhichDialog.MostChoices).OrderBy(c => c.Id)])
            : new Resolution(equals[0], record, []);
    }

    // "Not really" after "how satisfied are you?" fits the appointment of next week alone, and calls it off: a yes or no that answers only an
    // older question, and does not name it, may have been meant for the one asked last.
    private Conversation? MayMeanTheOther(IEnumerable<Conversation> candidates, Conversation best, Utterance said) =>
        candidates.Where(Asks).OrderByDescending(c => c.MovedAt).ThenByDescending(c => c.Id).FirstOrDefault() is { } last
        && last != best && !GoesFirst(best, last) && !GoesFirst(last, last) && SmallAnswer.MayBeOfAnother(said.Plain)
            ? last
            : null;

    // A question about danger never stands back. Nor is anybody asked twice who is just being asked whether to stop, or which they mean.
    private static bool GoesFirst(Conversation conversation, Conversation askedLast) =>
        SafetyDesk.MayTalkWhilePaused(conversation)
        || (conversation == askedLast && conversation.Dialog is Which or ConsentDesk.StopQuestion);

    private bool Asks(Conversation conversation) => dialogs.With(conversation.Dialog, dialog => dialog.Asks(conversation.Place));

    private Fit FitOf(Conversation conversation, Utterance said) =>
        dialogs.With(conversation.Dialog, dialog => dialog.Fits(conversation.Place, said));
}
