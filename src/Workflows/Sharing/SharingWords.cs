using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Appointments;
using Companion.Workflows.Staff;
using Companion.Workflows.Timing;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Sharing;

/// <summary>How what goes out names values, days and numbers.</summary>
internal static class SharingWords
{
    private static readonly LocalDateTimePattern AtPattern = LocalDateTimePattern.CreateWithInvariantCulture("d MMMM uuuu, HH:mm");

    public static string Day(LocalDate day) => StaffWords.Day(day);

    public static string Day(Instant at) => Day(at.Local().Date);

    public static string At(Instant at) => At(at.Local());

    public static string At(LocalDateTime at) => AtPattern.Format(at);

    /// <summary>An NHS number in groups of three, three and four.</summary>
    public static string? NhsNumber(string? digits) => digits is { Length: 10 } ? $"{digits[..3]} {digits[3..6]} {digits[6..]}" : OneLine.Of(digits);

    /// <summary>A number as people write it; what is none, as it stands.</summary>
    public static string? Phone(string? kept) => PhoneNumber.TryParse(kept ?? "", out var number) ? number.Display : OneLine.Of(kept);

    public static string Called(Need need) => Of("sharing.need.", need);

    public static string Called(HandOffReason why) => Of("sharing.why.", why);

    public static string Called(AppointmentKind kind) => Of("sharing.kind.", kind);

    public static string Called(AppointmentStatus status) => Of("sharing.status.", status);

    /// <summary>A questionnaire; one that was added by a service goes by its key.</summary>
    public static string Instrument(string key) => Find("sharing.instrument." + key) ?? key;

    /// <summary>An item of a questionnaire; where its words are somebody's property, by its key.</summary>
    public static string Item(string instrument, string item) => Find($"sharing.score.{instrument}.{item}") ?? item.Replace('-', ' ');

    /// <summary>Why there is no answer.</summary>
    public static string Missing(string? why) => Find("sharing.assessment.missing." + why) ?? StaffWords.Of("sharing.assessment.missing.none");

    /// <summary>Why a field was not given, as the referral kept it.</summary>
    public static string Skipped(string why) => Find("sharing.skipped." + why) ?? why;

    private static string Of<T>(string family, T value)
        where T : struct, Enum => StaffWords.Of(family + value.ToString().ToLowerInvariant());

    private static string? Find(string key) => WorkflowParts.Texts.Has("en", key) ? WorkflowParts.Texts.Raw("en", key) : null;
}
