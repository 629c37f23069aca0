using System.Text.Json;
using System.Text.Json.Serialization;
using Companion.Bot.Simulation.Laws;
using Companion.Workflows.Sending;

namespace Companion.Bot.Simulation;

/// <summary>What a run shows: one JSON object.</summary>
internal sealed class SimulationReport
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly object content;

    private SimulationReport(object content, bool ok) => (this.content, Ok) = (content, ok);

    /// <summary>True when no law was broken.</summary>
    public bool Ok { get; }

    public static SimulationReport Of(SimulationOptions options, Evidence evidence, string hash)
    {
        var laws = Checked(evidence);
        var ok = laws.Values.All(law => law.Broken.Count == 0);
        return new SimulationReport(
            new
            {
                options.People,
                options.Weeks,
                options.Seed,
                Store = options.StoreName,
                Faults = options.Faults ? "some" : "none",
                Counts = Counts(evidence),
                Laws = laws.ToDictionary(law => law.Key, law => new { law.Value.Checked, Broken = law.Value.Broken.ConvertAll(Told) }),
                Hash = hash,
                Ok = ok,
            },
            ok);
    }

    /// <summary>Every law that is checked, by its number.</summary>
    public static IReadOnlyDictionary<string, Law> Checked(Evidence evidence) => new Dictionary<string, Law>
    {
        ["1"] = OnceLaw.Check(evidence),
        ["2"] = NotTwiceLaw.Check(evidence),
        ["3"] = AllowedLaw.Check(evidence),
        ["4"] = RedFlagLaw.Check(evidence),
        ["5"] = OfferedLaw.Check(evidence),
        ["6"] = OneOwnerLaw.Check(evidence),
        ["7"] = ApprovedLaw.Check(evidence),
        ["10"] = MeantLaw.Check(evidence),
    };

    public override string ToString() => JsonSerializer.Serialize(content, Shape);

    private static object Told(Breach breach) => new { breach.What, breach.Where, When = breach.When?.ToString() };

    private static object Counts(Evidence evidence) => new
    {
        MessagesIn = evidence.Inbound.Count,
        evidence.Diary.Duplicates,
        Dangers = evidence.Diary.Written.Values.Count(text => text.Meaning == Meaning.Danger && text.Brought.Count > 0),
        TextsOut = evidence.Outbound
            .GroupBy(row => row.Class).OrderBy(rows => rows.Key)
            .ToDictionary(rows => rows.Key.ToString(), rows => rows
                .GroupBy(row => row.Status).OrderBy(same => same.Key)
                .ToDictionary(same => same.Key.ToString(), same => same.Count())),
        HandedOver = evidence.Diary.Handed.Count,
        SafetySentAgain = evidence.Outbound.Count(row => row.Class == SendClass.Safety && row.SentAgainAt is not null),
        Referrals = evidence.Cases.Count,
        CheckIns = evidence.CheckIns.GroupBy(wave => wave.Status).OrderBy(same => same.Key).ToDictionary(same => same.Key.ToString(), same => same.Count()),
        HalfFinished = evidence.Conversations.Count(row => row.Dialog == "referral" && row.ClosedAt is null),
        HandOffs = new { Red = evidence.RedFlags.Count, Other = evidence.HandOffs.Count - evidence.RedFlags.Count },
        PickedUp = evidence.Events.Count(one => one.Kind == "PickedUp"),
        Lapsed = evidence.Events.Count(one => one.Kind == "Lapsed"),
        Returned = evidence.Events.Count(one => one.Kind == "Returned"),
        Notes = evidence.Notes.GroupBy(note => note.Status).OrderBy(same => same.Key).ToDictionary(same => same.Key.ToString(), same => same.Count()),
        Acknowledged = evidence.RedFlags.Count(row => row.AcknowledgedAt is not null),
        Cleared = evidence.RedFlags.Count(row => row.ClearedAt is not null),
        Stops = evidence.Ledger.Count(entry => entry.Change == Workflows.Consent.ConsentChange.Stopped),
        evidence.Diary.Crashes,
    };
}
