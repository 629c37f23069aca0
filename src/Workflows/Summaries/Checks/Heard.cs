using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>One source, read.</summary>
/// <param name="Order">Its place in the episode, from 0.</param>
/// <param name="Source">The source itself.</param>
/// <param name="Passage">Its words.</param>
internal sealed record Utterance(int Order, Source Source, Passage Passage)
{
    public Speaker Speaker => Source.Speaker;
}

/// <summary>An episode as the checks read it, once for all sentences.</summary>
internal sealed class Heard
{
    private readonly Dictionary<string, Utterance> _byId;

    public Heard(Episode episode)
    {
        Episode = episode;
        All = [.. episode.Sources.Select((source, order) => new Utterance(order, source, Passage.Of(source.Words)))];
        _byId = All.DistinctBy(heard => heard.Source.Id).ToDictionary(heard => heard.Source.Id);
    }

    public Episode Episode { get; }

    /// <summary>Every source, in order of time.</summary>
    public IReadOnlyList<Utterance> All { get; }

    public Utterance? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>What somebody was answering: the nearest words of Companion or a link worker before theirs, if nobody else spoke between.</summary>
    public Utterance? Asked(Utterance answer)
    {
        if (answer.Speaker is not (Speaker.Person or Speaker.Other))
        {
            return null;
        }

        var before = All.Take(answer.Order).Reverse().SkipWhile(one => one.Speaker == answer.Speaker).FirstOrDefault();
        return before?.Speaker is Speaker.Bot or Speaker.LinkWorker ? before : null;
    }
}
