using Companion.Dialogs.Words;
using Companion.Workflows.Summaries.Checks;
using Companion.Workflows.Summaries.Extracts;
using NodaTime;

namespace Companion.Workflows.Summaries;

/// <summary>
/// Writes a note without a model: the facts of the record and people's own sentences, quoted and cited, under the headings they belong
/// to. The same episode gives the same note. Nothing in it fails a check, because it tells only that somebody wrote so.
/// </summary>
/// <param name="texts">The words around what is quoted.</param>
public sealed class ExtractiveSummariser(TextBook texts) : ISummariser
{
    /// <summary>The words are staff's, whatever language the person writes in.</summary>
    private const string Language = "en";

    /// <inheritdoc />
    public Task<Draft> Summarise(Episode episode, Purpose purpose, CancellationToken cancel) => Task.FromResult(Of(episode, purpose));

    /// <summary>The note at once.</summary>
    public Draft Of(Episode episode, Purpose purpose)
    {
        var heard = new Heard(episode);
        var risks = RiskSentences(heard).ToList();
        var room = Math.Max(0, Most(purpose) - risks.Count);
        var rest = new Extracted(heard).Best(room).Select(extract => Worded(extract));
        return CheckedDraft.Of(episode, [.. risks, .. rest.OrderBy(sentence => sentence.Heading)], new Origin(Writer.Extractive, Duration.Zero));
    }

    // A hand-off is picked up in seconds; a closed one is read once; a whole case has more to say.
    private static int Most(Purpose purpose) => purpose switch
    {
        Purpose.PickedUp => 8,
        Purpose.Closed => 15,
        _ => 40,
    };

    private IEnumerable<Proposed> RiskSentences(Heard heard)
    {
        if (heard.Episode.Raised.Count == 0)
        {
            return [new Proposed(Heading.Risks, texts.Raw(Language, "draft.no-risks"), [])];
        }

        return heard.Episode.Raised.DistinctBy(raised => (raised.SourceId, raised.Words)).Select(raised =>
        {
            var speaker = heard.Find(raised.SourceId)?.Speaker ?? Speaker.Person;
            return Worded(new Extract(Heading.Risks, speaker, raised.Words, [raised.SourceId], Order: 0, Weight: 0));
        });
    }

    private Proposed Worded(Extract extract)
    {
        var text = extract.Question is { } question
            ? texts.Render(Language, "draft.said.answer", [("question", Quote.Of(question)), ("words", Quote.Of(extract.Words))])
            : texts.Render(Language, Key(extract.Speaker), [("words", Quote.Of(extract.Words))]);
        return new Proposed(extract.Heading, text, extract.Cites);
    }

    private static string Key(Speaker speaker) => speaker switch
    {
        Speaker.Record => "draft.said.record",
        Speaker.Other => "draft.said.other",
        Speaker.LinkWorker => "draft.said.worker",
        _ => "draft.said.person",
    };
}
