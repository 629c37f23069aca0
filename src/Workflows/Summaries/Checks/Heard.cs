using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>One source, read.</summary>
/// <param name="Order">Its place in the episode, from 0.</param>
/// <param name="Source">The source itself.</param>
/// <param name="Passage">Its words.</param>
internal sealed record Utterance(int Order, Source Source, Passage Passage)
{
    public Speaker Speaker => Source.Speaker;

    /// <summary>The figures in it.</summary>
    public IReadOnlyList<Figure> Figures { get; } = Wording.Figures.Of(Passage);
}

/// <summary>An episode as the checks read it, once for all sentences.</summary>
internal sealed class Heard
{
    private readonly Dictionary<string, Utterance> _byId;
    private readonly Dictionary<Utterance, string?[]> _voices = [];

    public Heard(Episode episode)
    {
        Episode = episode;
        All = [.. episode.Sources.Select((source, order) => new Utterance(order, source, Passage.Of(source.Words)))];
        _byId = All.DistinctBy(heard => heard.Source.Id).ToDictionary(heard => heard.Source.Id);
        People = new People(episode, All);
    }

    public Episode Episode { get; }

    /// <summary>Every source, in order of time.</summary>
    public IReadOnlyList<Utterance> All { get; }

    public People People { get; }

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

    /// <summary>Of whom a word was said, or null when that cannot be told.</summary>
    public string? VoiceOf(HeardWord place)
    {
        if (!_voices.TryGetValue(place.In, out var voices))
        {
            _voices[place.In] = voices = Voices(place.In);
        }

        var words = place.In.Passage.Words;
        for (var at = 0; at < words.Count; at++)
        {
            if (ReferenceEquals(words[at], place.Word))
            {
                return voices[at];
            }
        }

        return null;
    }

    private string?[] Voices(Utterance one)
    {
        var writes = People.Written ? People.Writer : People.Self;
        return one.Speaker switch
        {
            Speaker.Person => Checks.Voices.OfMessage(People, one.Passage.Words, writes, People.Worker, People.Written ? People.Self : null),
            Speaker.LinkWorker => Checks.Voices.OfMessage(People, one.Passage.Words, People.Worker, writes, null),
            Speaker.Other => Checks.Voices.OfMessage(People, one.Passage.Words, Checks.People.Other, null, null),
            _ => new string?[one.Passage.Words.Count],
        };
    }
}
