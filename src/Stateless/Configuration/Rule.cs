using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>What a state does about one trigger.</summary>
    internal abstract record Rule(TTrigger Trigger, Guard Guard);

    /// <summary>Accept the trigger and do nothing.</summary>
    internal sealed record Ignoring(TTrigger Trigger, Guard Guard) : Rule(Trigger, Guard);

    /// <summary>Move to another state.</summary>
    internal sealed record Moving(TTrigger Trigger, Guard Guard, TState Destination) : Rule(Trigger, Guard);

    /// <summary>Leave the state and enter it again.</summary>
    internal sealed record Reentering(TTrigger Trigger, Guard Guard, TState Destination) : Rule(Trigger, Guard);

    /// <summary>Move to a state chosen when the trigger is fired.</summary>
    internal sealed record Choosing(TTrigger Trigger, Guard Guard, Func<object[], TState> Choose, DynamicTransitionInfo Info)
        : Rule(Trigger, Guard);

    /// <summary>Do something without leaving the state.</summary>
    internal sealed record Staying(TTrigger Trigger, Guard Guard, Action<Transition, object[]> Action) : Rule(Trigger, Guard);

    /// <summary>
    /// An action on entry; <paramref name="HasFrom"/> limits it to being entered by the trigger <paramref name="From"/>.
    /// </summary>
    internal sealed record EntryAction(
        Action<Transition, object[]> Run, InvocationInfo Method, bool HasFrom = false, TTrigger? From = default);

    /// <summary>An action on exit.</summary>
    internal sealed record ExitAction(Action<Transition> Run, InvocationInfo Method);

    /// <summary>An action on activation or deactivation.</summary>
    internal sealed record ActivityAction(Action Run, InvocationInfo Method);
}
