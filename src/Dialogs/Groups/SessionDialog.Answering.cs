using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Groups;

/// <summary>How words about a session are heard, kept and answered.</summary>
public sealed partial class SessionDialog
{
    private (string, string) Group => ("group", Slots[GroupSlots.Group] ?? "");

    private (string, string) Day => ("day", Slots[GroupSlots.Day] ?? "");

    private (string, string) Time => ("time", Slots[GroupSlots.Time] ?? "");

    /// <inheritdoc/>
    protected override SessionTrigger Hear(SessionState state)
    {
        var heard = state switch
        {
            SessionState.AskingName => IsTheirName() ? SessionTrigger.Named : null,
            SessionState.AskingToLeave when YesNo.Read(Said.Plain) is { } leaves => leaves ? SessionTrigger.Leaves : SessionTrigger.Stays,
            SessionState.AskingToLeave => HearAside(),
            _ => HearAnswer(state),
        };
        return heard ?? (Misunderstood >= 2 ? SessionTrigger.Lost : SessionTrigger.Unclear);
    }

    /// <summary>An answer is clear, unless it names another day or says again what is known; other words only where nothing else is open.</summary>
    protected override Fit FitOf(SessionState state) => Hear(state) switch
    {
        SessionTrigger.Unclear or SessionTrigger.Lost => Fit.None,
        _ when GroupWords.NamesAnotherDay(Said.Plain, Slots[GroupSlots.Weekday]) => Fit.None,
        SessionTrigger.Thanks => state == SessionState.Listening ? Fit.Clear : Fit.Possible,
        SessionTrigger.WantsAPerson => state == SessionState.Listening ? Fit.None : Fit.Possible,
        _ => Fit.Clear,
    };

    private SessionTrigger? HearAnswer(SessionState state)
    {
        var coming = GroupWords.Coming(Said, Slots[GroupSlots.Weekday]);
        if (state == SessionState.Listening && coming == false && !GroupWords.IsStayingAway(Said.Plain))
        {
            coming = null; // how they are, not whether they come
        }

        return GroupWords.IsLeaving(Said.Plain) ? SessionTrigger.WantsToLeave
            : GroupWords.Guests(Said.Plain) is not null ? SessionTrigger.BringsGuest
            : GroupWords.IsLate(Said.Plain) && coming != false ? SessionTrigger.Late
            : GroupWords.IsThanks(Said.Plain) && Slots.Has(GroupSlots.Answer) ? SessionTrigger.Thanks
            : coming is { } answer ? (answer ? SessionTrigger.Coming : SessionTrigger.NotComing)
            : HearAside();
    }

    private SessionTrigger? HearAside() =>
        GroupWords.IsWhere(Said.Plain) ? SessionTrigger.Where
        : Commands.Read(Said.Plain) is Command.Person or Command.PhoneMe ? SessionTrigger.WantsAPerson
        : null;

    // "It's Anna" and "Anna Hill" are hers as "anna" is.
    private bool IsTheirName()
    {
        var name = Plain.Of(Slots[GroupSlots.FirstName] ?? "").Text;
        return name.Length > 0
            && (Said.Plain.Tokens.Any(token => token.Text == name) || NameReader.Read(Said.Words)?.Value.Given.Equals(name, StringComparison.OrdinalIgnoreCase) == true);
    }

    private void SayWhen(string key) => Say(key, Group, Day, Time);

    private void Answer(bool coming, string key)
    {
        Slots = Slots.With(GroupSlots.Answer, coming ? "yes" : "no");
        Do(new TellComing(coming));
        if (coming)
        {
            Say(key, Day, Time);
        }
        else
        {
            Say(key);
        }
    }

    private void RunLate()
    {
        Slots = Slots.With(GroupSlots.Answer, "yes");
        Do(new TellComing(true));
        Do(new TellRunningLate());
        Say("session.late");
    }

    // Whoever brings somebody is coming.
    private void Bring()
    {
        Slots = Slots.With(GroupSlots.Answer, "yes");
        Do(new TellComing(true));
        Do(new BringGuests(GroupWords.Guests(Said.Plain) ?? 1));
    }

    private void TellWhere()
    {
        if (Slots[GroupSlots.Transport] is { } transport)
        {
            Say("session.where.transport", Group, ("place", Slots[GroupSlots.Place] ?? ""), ("transport", transport), Time);
        }
        else
        {
            Say("session.where", Group, ("place", Slots[GroupSlots.Place] ?? ""), Day, Time);
        }
    }

    private void AskAgain()
    {
        if (Misunderstood > 1)
        {
            Say("session.again.offer");
        }
        else
        {
            SayWhen("session.again");
        }
    }

    private void BringAPerson()
    {
        Do(new OpenHandOff(HandOffReason.Asked));
        Say("session.person");
    }

    private void Leave()
    {
        Do(new LeaveTheGroup());
        Close("left");
        Say("session.left", Group);
    }

    private void GiveUp()
    {
        Do(new OpenHandOff(HandOffReason.Misunderstood));
        Close("misunderstood");
        Say("session.lost");
    }

    private void Close(string reason) => Slots = Slots.With("closed.reason", reason);
}
