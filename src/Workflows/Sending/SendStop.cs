using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>
/// Somebody stopped the texts of a service, or one class of them. It stands until it is lifted, for every process and after a restart;
/// a row is changed only to say who lifted it.
/// </summary>
public sealed class SendStop
{
    /// <summary>Still standing, the oldest first.</summary>
    internal const string Standing = "WHERE \"LiftedAt\" IS NULL ORDER BY \"Id\"";

    private static readonly SendClass[] Never = [SendClass.Safety, SendClass.OnCall, SendClass.StopOrStart, SendClass.Help, SendClass.LinkWorker];

    public long Id { get; set; }

    public required string ServiceId { get; set; }

    /// <summary>The class it stops; null for every class that may be stopped.</summary>
    public SendClass? Class { get; set; }

    /// <summary>Why, in the words of whoever pressed it.</summary>
    public required string Reason { get; set; }

    public required string By { get; set; }

    public Instant At { get; set; }

    public string? LiftedBy { get; set; }

    public Instant? LiftedAt { get; set; }

    /// <summary>The classes a button may stop, in their order: never an answer to danger, to STOP or to HELP, who is on call, or a link worker's own words.</summary>
    public static IReadOnlyList<SendClass> Stoppable { get; } = Enum.GetValues<SendClass>().Except(Never).ToList();

    /// <summary>True when it holds back a class of a service.</summary>
    public bool Holds(string service, SendClass sendClass) =>
        LiftedAt is null && ServiceId == service && (Class ?? sendClass) == sendClass && Stoppable.Contains(sendClass);

    /// <summary>Why a text waits, in words for staff.</summary>
    public string Words => StaffWords.Of("gate.button", ("who", By), ("reason", Reason));

    /// <summary>Those that stand now.</summary>
    internal static ValueTask<List<SendStop>> Now(Session session) => session.Query<SendStop>(Standing);
}
