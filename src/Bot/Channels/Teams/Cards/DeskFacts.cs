using Companion.Bot.LinkWorkers;
using Companion.Bot.Pages;
using NodaTime;

namespace Companion.Bot.Channels.Teams.Cards;

/// <summary>The case at a glance: why, how long, needs, tier, scores, consent, language. No name, number or date of birth: the console has those.</summary>
public sealed class DeskFacts(PageWords words)
{
    /// <summary>The facts, with a title each.</summary>
    public IReadOnlyList<Dictionary<string, object?>> Of(CaseView seen, CaseFacts known, Instant now) =>
        [.. All(seen, known, now).Where(fact => fact.Value is { Length: > 0 }).Select(fact => Card.Line(("title", words[fact.Key]), ("value", CardTemplate.Plain(fact.Value!))))];

    private IEnumerable<(string Key, string? Value)> All(CaseView seen, CaseFacts known, Instant now)
    {
        var handOff = seen.HandOff;
        yield return ("teams.fact.why", Reasons.Of(words, handOff.Reason, handOff.DangerKind));
        yield return ("teams.fact.since", $"{Shown.At(handOff.OpenedAt)} ({words.Age(now - handOff.OpenedAt)})");
        yield return ("teams.fact.answer-by", handOff.ActBy is { } by ? Shown.At(by) : null);
        yield return ("teams.fact.could-not-be-texted", TextingOf.Address(words, seen.Address, handOff.CouldNotBeTexted));
        yield return ("teams.fact.language", seen.Address.Language);
        if (known.Case is not { } glance)
        {
            yield break;
        }

        yield return ("teams.fact.referral", glance.Case.Reference);
        yield return ("teams.fact.needs", glance.Needs(words));
        yield return ("teams.fact.tier", glance.Tier(words));
        yield return ("teams.fact.scores", glance.Scores(words));
        yield return ("teams.fact.consent", glance.Consent(words));
    }
}
