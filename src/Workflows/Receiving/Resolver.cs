using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;

namespace Companion.Workflows.Receiving;

/// <summary>Which open question some words answer, with the candidates it weighed, for the record.</summary>
/// <param name="Conversation">The conversation that gets the words, or null when none is open.</param>
/// <param name="Candidates">Every open question with its fit, as "dialog:state=Fit", the newest first.</param>
public sealed record Resolution(Conversation? Conversation, string Candidates);

/// <summary>Finds the open question that words answer: the clearest fit, and of equals the one asked last.</summary>
public sealed class Resolver(DialogBook dialogs)
{
    /// <summary>Resolves words among open conversations, which come newest first.</summary>
    public Resolution Find(IReadOnlyList<Conversation> open, Utterance said)
    {
        if (open.Count <= 1)
        {
            return new Resolution(open.FirstOrDefault(), open.Count == 0 ? "" : $"{open[0].Dialog}:{open[0].State}");
        }

        var candidates = open
            .Select(conversation => (Conversation: conversation, Fit: dialogs.With(conversation.Dialog, dialog => dialog.Fits(conversation.Place, said))))
            .ToList();
        var best = candidates.OrderByDescending(c => c.Fit).ThenByDescending(c => c.Conversation.MovedAt).ThenByDescending(c => c.Conversation.Id).First();
        return new Resolution(
            best.Conversation,
            string.Join(' ', candidates.Select(c => $"{c.Conversation.Dialog}:{c.Conversation.State}={c.Fit}")));
    }
}
