using Companion.Bot.LinkWorkers;
using Companion.Bot.Outcomes;
using Companion.Bot.Pages;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Referrals;
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
        if (known.Case is not { } referral)
        {
            yield break;
        }

        yield return ("teams.fact.referral", referral.Reference);
        yield return ("teams.fact.needs", string.Join(", ", words.List<Need>(referral.Needs)));
        yield return ("teams.fact.tier", Shown.Capital(words.Called<Tier>(referral.Tier)));
        yield return ("teams.fact.scores", known.CheckIns.Count == 0 ? null : Scores(known.CheckIns[0]));
        yield return ("teams.fact.consent", string.Join("; ",
            words.With("teams.fact.consent.gp", ("answer", Answer(referral.ShareWithGp))),
            words.With("teams.fact.consent.linkage", ("answer", Answer(referral.EvaluationLinkage)))));
    }

    private string Answer(bool? said) => words[said switch { true => "teams.fact.yes", false => "teams.fact.no", null => "teams.fact.not-asked" }];

    private string Scores(CheckInView wave) => words.With(
        "teams.fact.scores.week",
        ("week", StaffWords.Number(wave.Wave.Week)),
        ("scores", string.Join(", ", wave.Answers.Where(one => one.Answer?.Score is not null).Select(one => words.With(
            "teams.fact.score", ("item", words.Item(wave.Wave.Instrument, one.Item.Key)), ("score", StaffWords.Number(one.Answer!.Score!.Value)))))));
}
