namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>A move from one state to another, as actions and listeners see it.</summary>
    public class Transition
    {
        public Transition(TState source, TState destination, TTrigger trigger, object[]? parameters = null)
        {
            Source = source;
            Destination = destination;
            Trigger = trigger;
            Parameters = parameters ?? [];
        }

        /// <summary>
        /// The state that is left. For a trigger handled by a superstate this is the substate the machine was in.
        /// </summary>
        public TState Source { get; }

        /// <summary>The state that is entered.</summary>
        public TState Destination { get; }

        /// <summary>The trigger that caused the move.</summary>
        public TTrigger Trigger { get; }

        /// <summary>True when source and destination are the same state.</summary>
        public bool IsReentry => Same(Source, Destination);

        /// <summary>The arguments given when the trigger was fired; never null.</summary>
        public object[] Parameters { get; }
    }

    /// <summary>The further move from a state just entered into the substate that it starts in.</summary>
    public class InitialTransition : Transition
    {
        public InitialTransition(TState source, TState destination, TTrigger trigger, object[]? parameters = null)
            : base(source, destination, trigger, parameters)
        {
        }
    }

    private static bool Same(TState one, TState other) => EqualityComparer<TState>.Default.Equals(one, other);
}
