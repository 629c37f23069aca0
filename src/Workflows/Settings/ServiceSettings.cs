using System.ComponentModel.DataAnnotations;
using Companion.Dialogs.Talking;
using Companion.Workflows.Appointments;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Groups;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Settings;

/// <summary>One social prescribing service, as <c>Services:KEY</c> configures it. The key is the ServiceId of its rows.</summary>
public sealed class ServiceSettings
{
    private readonly Dictionary<string, string> wrong = [];
    private volatile IReadOnlyList<OnCallSettings>? entered;

    /// <summary>The service's name as people know it.</summary>
    [Required]
    [StringLength(60)]
    public string Name { get; set; } = "";

    /// <summary>The name in texts: neutral, for lock screens are read by others.</summary>
    [Required]
    [StringLength(20)]
    public string NeutralName { get; set; } = "";

    /// <summary>The number people text, E.164.</summary>
    [Required]
    public string Number { get; set; } = "";

    /// <summary>The number people phone, as it is to be read.</summary>
    [Required]
    public string Phone { get; set; } = "";

    /// <summary>Outward postcodes of the area, separated by spaces; empty means everywhere.</summary>
    public string Area { get; set; } = "";

    /// <summary>GP surgeries: ODS code to name.</summary>
    public Dictionary<string, string> Surgeries { get; set; } = [];

    /// <summary>When somebody is there, for example "Mon-Fri 09:00-17:00".</summary>
    [Required]
    public string OpeningHours { get; set; } = "Mon-Fri 09:00-17:00";

    /// <summary>When nothing ordinary is sent, for example "20:00-08:00".</summary>
    [Required]
    public string QuietHours { get; set; } = "20:00-08:00";

    /// <summary>A file in the form of gov.uk/bank-holidays.json; empty for the one that ships.</summary>
    public string BankHolidays { get; set; } = "";

    /// <summary>Within how many working days somebody is in touch after a referral.</summary>
    [Range(1, 30)]
    public int HearsBackWithinWorkingDays { get; set; } = 5;

    /// <summary>Counted texts a day at most.</summary>
    [Range(1, 20)]
    public int TextsPerDay { get; set; } = 3;

    /// <summary>Counted texts in seven days at most.</summary>
    [Range(1, 60)]
    public int TextsPerWeek { get; set; } = 8;

    /// <summary>Minutes between counted texts about different things, where the later one can wait.</summary>
    [Range(0, 1440)]
    public int SpacingMinutes { get; set; } = 120;

    /// <summary>Minutes after the person's last words before something planned is sent: nobody is interrupted in the middle of a talk.</summary>
    [Range(0, 1440)]
    public int QuietAfterTalkMinutes { get; set; } = 15;

    /// <summary>True when an unanswered caring question becomes a red flag; false for a review the same day.</summary>
    public bool UnansweredCaringQuestionIsRed { get; set; }

    /// <summary>After how many hours a half-finished referral is nudged, once.</summary>
    [Range(1, 168)]
    public int NudgeAfterHours { get; set; } = 24;

    /// <summary>Languages that are offered, by the names of the resource files, separated by spaces.</summary>
    [Required]
    public string Languages { get; set; } = "en";

    /// <summary>Who is told of an urgent hand-off, in the order of the keys ("1", "2", ...).</summary>
    public SortedDictionary<string, OnCallSettings> OnCall { get; set; } = [];

    /// <summary>Signed off when nobody is reading at some hours.</summary>
    public CrisisCoverSettings CrisisCover { get; set; } = new();

    /// <summary>How conversations are handed to link workers.</summary>
    public HandOffSettings HandOffs { get; set; } = new();

    /// <summary>The id of the channel in Microsoft Teams that hand-offs are shown in, "19:...@thread.tacv2"; empty for none.</summary>
    public string TeamsChannel { get; set; } = "";

    /// <summary>When people are asked how they are.</summary>
    public CheckInSettings CheckIns { get; set; } = new();

    /// <summary>How much is begun on one day.</summary>
    public ReleaseSettings Release { get; set; } = new();

    /// <summary>How groups are run.</summary>
    public GroupSettings Groups { get; set; } = new();

    /// <summary>When people are reminded of appointments.</summary>
    public AppointmentSettings Appointments { get; set; } = new();

    /// <summary>How drafts of notes are written.</summary>
    public SummarySettings Summaries { get; set; } = new();

    /// <summary>The bearer key of the service's case system; by environment only. Without one nothing enters by <c>POST /appointments</c>.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The key in the configuration; set when it is read.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The quiet hours, parsed.</summary>
    public QuietHours Quiet { get; private set; }

    /// <summary>The opening hours, parsed.</summary>
    public WeekHours Open { get; private set; } = new();

    /// <summary>The bank holidays, read.</summary>
    public BankHolidays Holidays { get; private set; } = Timing.BankHolidays.Shipped;

    /// <summary>What the dialogs may know.</summary>
    public ServiceFacts Facts { get; private set; } = null!;

    /// <summary>Reads the texts of this section into values; says what is wrong and where, one sentence each.</summary>
    public IEnumerable<string> Prepare(string key)
    {
        Key = key;
        wrong.Clear();
        if (!Timing.QuietHours.TryParse(QuietHours, out var quiet))
        {
            wrong[nameof(QuietHours)] = $"'{QuietHours}' is not a time span such as 20:00-08:00";
        }

        if (!WeekHours.TryParse(OpeningHours, out var open, out var why))
        {
            wrong[nameof(OpeningHours)] = why;
        }

        (Quiet, Open) = (quiet, open ?? new WeekHours());
        ReadHolidays();
        if (Release.CheckInsPerDay < 0 || Release.OffersPerDay < 0)
        {
            wrong[nameof(Release)] = "a limit is 0, for none, or more";
        }

        foreach (var (setting, problem) in CheckIns.Prepare())
        {
            wrong[$"{nameof(CheckIns)}:{setting}"] = problem;
        }

        foreach (var (setting, problem) in Groups.Prepare(Quiet))
        {
            wrong[$"{nameof(Groups)}:{setting}"] = problem;
        }

        foreach (var (setting, problem) in Appointments.Prepare())
        {
            wrong[$"{nameof(Appointments)}:{setting}"] = problem;
        }

        foreach (var (rung, person) in OnCall)
        {
            foreach (var problem in person.Prepare())
            {
                wrong[$"OnCall:{rung}"] = problem;
            }
        }

        Facts = new ServiceFacts(
            Name,
            Phone,
            Area.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
            Surgeries.Select(surgery => new Surgery(surgery.Key, surgery.Value)).OrderBy(s => s.Name, StringComparer.Ordinal).ToList(),
            HearsBackWithinWorkingDays);
        return wrong.Select(problem => $"Services:{key}:{problem.Key}: {problem.Value}.");
    }

    /// <summary>The first moment not before a local time at which the service is open; null when it never is.</summary>
    public LocalDateTime? NextOpen(LocalDateTime at) => Open.NextOpen(at, Holidays.Contains);

    /// <summary>The first moment not before a local time at which somebody may be asked how they are; null when there is none.</summary>
    public LocalDateTime? NextCheckIn(LocalDateTime at) => CheckIns.Open.NextOpen(at, Holidays.Contains);

    /// <summary>Who is told of an urgent hand-off, in order: those whom managers entered, or while there are none those that are configured.</summary>
    public IReadOnlyCollection<OnCallSettings> WhoIsOnCall => entered ?? (IReadOnlyCollection<OnCallSettings>)OnCall.Values;

    /// <summary>True when managers entered somebody.</summary>
    public bool HasEnteredOnCall => entered is not null;

    /// <summary>Takes those whom managers entered; none leaves those that are configured.</summary>
    internal void Enter(IReadOnlyList<OnCallSettings> people) => entered = people.Count == 0 ? null : people;

    /// <summary>True when nobody is on call at a moment, so that a safety text has to say that nobody is reading.</summary>
    public bool NobodyReads(Instant at) => !WhoIsOnCall.Any(person => person.IsOn(at.Local()));

    private void ReadHolidays()
    {
        if (BankHolidays.Length == 0)
        {
            return;
        }

        try
        {
            using var file = File.OpenRead(BankHolidays);
            Holidays = Timing.BankHolidays.Read(file);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or FormatException)
        {
            wrong[nameof(BankHolidays)] = trouble.Message.TrimEnd('.');
        }
    }
}
