using Companion.Bot.Outcomes;
using Companion.Bot.Pages;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Referrals;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>A referral at a glance, as a link worker reads it before they write: needs, tier, scores and consent. The card in Teams and the console show the same.</summary>
/// <param name="Case">The referral.</param>
/// <param name="CheckIns">Its check-ins that have an answer, the latest week first.</param>
public sealed record CaseGlance(Case Case, IReadOnlyList<CheckInView> CheckIns)
{
    private const int MostShown = 2;

    /// <summary>Reads what belongs to a referral.</summary>
    public static async Task<CaseGlance> Of(CompanionDb db, Case referral, LocalDate today, CancellationToken cancel)
    {
        var answered = (await CheckInView.Of(db, referral.Id, today, cancel)).Where(one => one.Answers.Any(item => item.Answer?.Score is not null));
        return new CaseGlance(referral, [.. answered.OrderByDescending(one => one.Wave.Week)]);
    }

    /// <summary>What they need.</summary>
    public string Needs(PageWords words) => string.Join(", ", words.List<Need>(Case.Needs));

    /// <summary>The tier.</summary>
    public string Tier(PageWords words) => Shown.Capital(words.Called<Tier>(Case.Tier));

    /// <summary>The latest scores and those before them; null while there are none.</summary>
    public string? Scores(PageWords words) => CheckIns.Count == 0 ? null : string.Join("; ", CheckIns.Take(MostShown).Select(wave => words.With(
        "glance.scores.week",
        ("week", StaffWords.Number(wave.Wave.Week)),
        ("scores", string.Join(", ", wave.Answers.Where(one => one.Answer?.Score is not null).Select(one => words.With(
            "glance.score", ("item", words.Item(wave.Wave.Instrument, one.Item.Key)), ("score", StaffWords.Number(one.Answer!.Score!.Value)))))))));

    /// <summary>What they agreed to.</summary>
    public string Consent(PageWords words) => string.Join("; ",
        words.With("glance.consent.gp", ("answer", Answer(words, Case.ShareWithGp))),
        words.With("glance.consent.linkage", ("answer", Answer(words, Case.EvaluationLinkage))));

    private static string Answer(PageWords words, bool? said) => words[said switch { true => "glance.yes", false => "glance.no", null => "glance.not-asked" }];
}
