namespace Stateless.Tests;

/// <summary>Declares what the order of things is tested with: every entry, exit and callback writes a line.</summary>
internal static class Machines
{
    public static StateMachine<State, Trigger> In(State state) => new(state);

    /// <summary>Lets every state and both callbacks write what happens to them.</summary>
    public static List<string> Diary(this StateMachine<State, Trigger> machine)
    {
        var diary = new List<string>();
        foreach (var state in Enum.GetValues<State>())
        {
            machine.Configure(state)
                .OnEntry(move => diary.Add($"enter {state} ({move.Source}-{move.Trigger}-{move.Destination})"))
                .OnExit(move => diary.Add($"exit {state} ({move.Source}-{move.Trigger}-{move.Destination})"));
        }

        machine.OnTransitioned(move => diary.Add($"moved {move.Source}-{move.Destination}"));
        machine.OnTransitionCompleted(move => diary.Add($"completed {move.Source}-{move.Destination}"));
        return diary;
    }
}
