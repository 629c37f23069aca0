using Companion.Dialogs.Consent;
using Companion.Workflows.Consent;
using Companion.Workflows.People;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>What the gate decided.</summary>
public enum Ruling
{
    /// <summary>It goes now.</summary>
    Go,

    /// <summary>It is looked at again at the time given.</summary>
    Later,

    /// <summary>It never goes.</summary>
    Refuse,

    /// <summary>It is too late to be of use.</summary>
    Expire,
}

/// <summary>A ruling with its reason.</summary>
/// <param name="Ruling">What is to happen.</param>
/// <param name="Reason">Why, in words for staff; empty when it goes.</param>
/// <param name="Again">When to look again, for <see cref="Ruling.Later"/>.</param>
/// <param name="Task">True when a member of staff has to be given a task (phone).</param>
public readonly record struct GateRuling(Ruling Ruling, string Reason = "", Instant? Again = null, bool Task = false);

/// <summary>The one gate every outbound text passes at the moment of sending: <see cref="GateTable"/> plus what holds for all.</summary>
public static class SendGate
{
    /// <summary>Twilio's limit on a body, in characters.</summary>
    public const int LongestText = 1600;

    /// <summary>When a text is looked at again that only a person lets go.</summary>
    internal static readonly Duration LookAgain = Duration.FromMinutes(5);

    private static readonly Duration ADay = Duration.FromHours(24);

    /// <summary>Decides about one row at one moment.</summary>
    public static GateRuling Decide(OutboundMessage row, GateFacts facts, ServiceSettings service, Instant now)
    {
        if (now > row.ExpiresAt)
        {
            return new GateRuling(Ruling.Expire, StaffWords.Of("gate.late"));
        }

        if (row.Words.Length > LongestText && row.Channel == Channel.Sms)
        {
            return new GateRuling(Ruling.Refuse, StaffWords.Of("gate.long", ("most", $"{LongestText}")));
        }

        if (facts.Address is null)
        {
            return new GateRuling(Ruling.Go);
        }

        return Textable(row, facts.Address, now) ?? Conditions(row, facts, service, now) ?? new GateRuling(Ruling.Go);
    }

    /// <summary>True when the class takes from the contact budget.</summary>
    public static bool Counts(SendClass sendClass) => GateTable.Rows[sendClass].Budget == Cell.Counts;

    /// <summary>True when the person stopped this class of text.</summary>
    public static bool IsStopped(Address address, SendClass sendClass) =>
        Stops.Has(address, ConsentTopic.Everything)
        || (sendClass == SendClass.Reminder && Stops.Has(address, ConsentTopic.Reminders))
        || (sendClass == SendClass.Offer && Stops.Has(address, ConsentTopic.Offers))
        || (sendClass is SendClass.CheckIn && Stops.Has(address, ConsentTopic.CheckIns));

    private static GateRuling? Textable(OutboundMessage row, Address address, Instant now)
    {
        // Words that came from a number somebody called wrong or dead still have to be answered when they are a cry for help.
        if (address.Trouble is { } trouble
            && row.Class != SendClass.LinkWorker
            && !(row.Class == SendClass.Safety && !address.IsUnsafe))
        {
            return new GateRuling(Ruling.Refuse, StaffWords.Of("gate.marked", ("mark", $"{trouble}")), Task: row.Class is SendClass.Safety or SendClass.ServiceChange);
        }

        if (row.Channel != Channel.Sms)
        {
            return null;
        }

        if (row.To.StartsWith("whatsapp:", StringComparison.Ordinal) && !(address.LastHeardAt > now - ADay))
        {
            return new GateRuling(Ruling.Refuse, StaffWords.Of("gate.template"));
        }

        return address.Textable switch
        {
            People.Textable.PhoneOnly => new GateRuling(Ruling.Refuse, StaffWords.Of("gate.landline"), Task: row.Class is not SendClass.Nudge),
            People.Textable.Declined when row.Class is not (SendClass.Safety or SendClass.Help or SendClass.StopOrStart) =>
                new GateRuling(Ruling.Refuse, StaffWords.Of("gate.declined")),
            People.Textable.Claimed when row.Class is not SendClass.AskToText =>
                new GateRuling(Ruling.Refuse, StaffWords.Of("gate.claimed")),
            _ => null,
        };
    }

    private static GateRuling? Conditions(OutboundMessage row, GateFacts facts, ServiceSettings service, Instant now)
    {
        var (table, address) = (GateTable.Rows[row.Class], facts.Address!);
        GateRuling? ruling = IsStopped(address, row.Class) ? AfterStop(table.AfterStop, facts) : null;
        ruling ??= address.ProviderBlocked && row.Channel == Channel.Sms ? Blocked(row.Class) : null;
        ruling ??= facts.Stop is { } stop ? new GateRuling(Ruling.Later, stop.Words, now + LookAgain) : null;
        ruling ??= facts.RedFlagOpen ? Awaiting(table.RedFlagOpen, row, now, StaffWords.Of("gate.red-flag")) : null;
        ruling ??= address.Holder is not null ? Awaiting(table.HeldByWorker, row, now, StaffWords.Of("gate.held")) : null;
        ruling ??= facts.InDoubt ? InDoubt(row, now) : null;
        ruling ??= Quiet(table.QuietHours, row, service, now);
        return ruling ?? (table.Budget == Cell.Counts ? Scheduled(row, facts, service, now) : null);
    }

    private static GateRuling? AfterStop(Cell cell, GateFacts facts) => cell switch
    {
        Cell.Goes or Cell.Tried => null,
        Cell.OnlyIfAskedFor when facts.AskedForIt => null,
        Cell.PhoneTask => new GateRuling(Ruling.Refuse, StaffWords.Of("gate.stopped-phone"), Task: true),
        Cell.RefusedToTheFace => new GateRuling(Ruling.Refuse, StaffWords.Of("gate.stopped-phone")),
        _ => new GateRuling(Ruling.Refuse, StaffWords.Of("gate.stopped")),
    };

    // Their block and our ledger are two facts. A safety text is tried all the same; the refusal then escalates.
    private static GateRuling? Blocked(SendClass sendClass) => sendClass switch
    {
        SendClass.Safety => null,
        SendClass.ServiceChange => new GateRuling(Ruling.Refuse, StaffWords.Of("gate.blocked-phone"), Task: true),
        _ => new GateRuling(Ruling.Refuse, StaffWords.Of("gate.blocked")),
    };

    private static GateRuling? Awaiting(Cell cell, OutboundMessage row, Instant now, string reason) => cell switch
    {
        Cell.Goes => null,
        Cell.GoesWithin24Hours when row.EventAt <= now + ADay => null,
        Cell.HeldWithTask => new GateRuling(Ruling.Later, reason, now + LookAgain, Task: true),
        _ => new GateRuling(Ruling.Later, reason, now + LookAgain),
    };

    private static GateRuling? Quiet(Cell cell, OutboundMessage row, ServiceSettings service, Instant now)
    {
        var local = now.Local();
        if (cell is Cell.OpeningHours or Cell.CheckInHours
            && WithinHours(cell == Cell.OpeningHours ? service.NextOpen(local) : service.NextCheckIn(local), local) is { } outside)
        {
            return outside;
        }

        if (cell == Cell.Goes || !service.Quiet.Contains(local.TimeOfDay))
        {
            return null;
        }

        if (cell == Cell.FromSeven && row.EventAt <= now + ADay)
        {
            return UntilSeven(local);
        }

        var end = service.Quiet.EndAfter(local).Instant();
        return cell == Cell.MovedEarlier && row.EventAt <= end
            ? new GateRuling(Ruling.Refuse, StaffWords.Of("gate.only-quiet"))
            : new GateRuling(Ruling.Later, StaffWords.Of("gate.quiet"), end);
    }

    private static GateRuling? WithinHours(LocalDateTime? open, LocalDateTime local) =>
        open is not { } next ? new GateRuling(Ruling.Refuse, StaffWords.Of("gate.no-hours"))
        : next == local ? null
        : new GateRuling(Ruling.Later, StaffWords.Of("gate.opening"), next.Instant());

    private static GateRuling? UntilSeven(LocalDateTime local)
    {
        var seven = new LocalTime(7, 0);
        if (local.TimeOfDay >= seven && local.TimeOfDay < new LocalTime(12, 0))
        {
            return null;
        }

        var day = local.TimeOfDay < seven ? local.Date : local.Date.PlusDays(1);
        return new GateRuling(Ruling.Later, StaffWords.Of("gate.seven"), (day + seven).Instant());
    }

    // Everything planned halts until a person has looked; what cannot wait for that becomes a phone task.
    private static GateRuling? InDoubt(OutboundMessage row, Instant now) => Counts(row.Class) || row.Class == SendClass.ServiceChange
        ? new GateRuling(Ruling.Later, StaffWords.Of("gate.in-doubt"), now + LookAgain, Task: row.Class is SendClass.Reminder or SendClass.ServiceChange)
        : null;

    // What holds for everything that was planned, and for nothing that answers.
    private static GateRuling? Scheduled(OutboundMessage row, GateFacts facts, ServiceSettings service, Instant now)
    {
        if (facts.CountedToday >= service.TextsPerDay || facts.CountedThisWeek >= service.TextsPerWeek)
        {
            return new GateRuling(Ruling.Later, StaffWords.Of("gate.budget"), (now.Local().Date.PlusDays(1) + service.Quiet.To).Instant());
        }

        var free = facts.NothingElseSince(row, service);
        return free > now && !(row.EventAt <= free) ? new GateRuling(Ruling.Later, StaffWords.Of("gate.spacing"), free) : null;
    }
}
