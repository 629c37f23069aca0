namespace Companion.Workflows.Sending;

/// <summary>What a cell of the gate's table says.</summary>
public enum Cell
{
    /// <summary>It goes.</summary>
    Goes,

    /// <summary>It goes; when the provider refuses, somebody phones.</summary>
    Tried,

    /// <summary>It is refused.</summary>
    Refused,

    /// <summary>It is refused, and whoever wrote it is told at once to phone.</summary>
    RefusedToTheFace,

    /// <summary>It is refused, and a phone task says so.</summary>
    PhoneTask,

    /// <summary>It goes only when the person asked for it after they stopped.</summary>
    OnlyIfAskedFor,

    /// <summary>It waits until the quiet hours end.</summary>
    Deferred,

    /// <summary>It goes from 07:00 when what it tells of is within 24 hours, else it waits for the end of the quiet hours.</summary>
    FromSeven,

    /// <summary>It should have gone before the quiet hours; now it waits for their end, and is refused when that is after the event.</summary>
    MovedEarlier,

    /// <summary>It does not count.</summary>
    Free,

    /// <summary>It counts, and waits for the next day when the budget is spent.</summary>
    Counts,

    /// <summary>It waits until the condition is over.</summary>
    Waits,

    /// <summary>It goes when what it tells of is within 24 hours, else it waits.</summary>
    GoesWithin24Hours,

    /// <summary>It is held until a person clears the flag.</summary>
    Held,

    /// <summary>It is held until a person clears the flag, and a task says so.</summary>
    HeldWithTask,

    /// <summary>It waits for the service's opening hours.</summary>
    OpeningHours,

    /// <summary>It waits for the hours in which the service asks people how they are.</summary>
    CheckInHours,
}

/// <summary>One row of the gate's table.</summary>
public sealed record GateRow(Cell AfterStop, Cell QuietHours, Cell Budget, Cell HeldByWorker, Cell RedFlagOpen);

/// <summary>The send gate as a table: class by condition. Tested cell by cell; a change here is a change of policy.</summary>
public static class GateTable
{
    /// <summary>The rows, one for every class.</summary>
    public static readonly IReadOnlyDictionary<SendClass, GateRow> Rows = new Dictionary<SendClass, GateRow>
    {
        [SendClass.Safety] = new(Cell.Tried, Cell.Goes, Cell.Free, Cell.Goes, Cell.Goes),
        [SendClass.OnCall] = new(Cell.Goes, Cell.Goes, Cell.Free, Cell.Goes, Cell.Goes),
        [SendClass.StopOrStart] = new(Cell.Goes, Cell.Goes, Cell.Free, Cell.Goes, Cell.Goes),
        [SendClass.Help] = new(Cell.Goes, Cell.Goes, Cell.Free, Cell.Waits, Cell.Waits),
        [SendClass.Reply] = new(Cell.OnlyIfAskedFor, Cell.Goes, Cell.Free, Cell.Waits, Cell.Waits),
        [SendClass.LinkWorker] = new(Cell.RefusedToTheFace, Cell.Goes, Cell.Free, Cell.Goes, Cell.Goes),
        [SendClass.ServiceChange] = new(Cell.PhoneTask, Cell.FromSeven, Cell.Free, Cell.Goes, Cell.Goes),
        [SendClass.Reminder] = new(Cell.Refused, Cell.MovedEarlier, Cell.Counts, Cell.GoesWithin24Hours, Cell.HeldWithTask),
        [SendClass.CheckIn] = new(Cell.Refused, Cell.CheckInHours, Cell.Counts, Cell.Waits, Cell.Held),
        [SendClass.Nudge] = new(Cell.Refused, Cell.Deferred, Cell.Counts, Cell.Waits, Cell.Held),
        [SendClass.Offer] = new(Cell.Refused, Cell.Deferred, Cell.Counts, Cell.Waits, Cell.Held),
        [SendClass.AskToText] = new(Cell.Refused, Cell.OpeningHours, Cell.Counts, Cell.Waits, Cell.Held),
        [SendClass.WhileHeld] = new(Cell.Refused, Cell.Goes, Cell.Free, Cell.Goes, Cell.Waits),
    };
}
