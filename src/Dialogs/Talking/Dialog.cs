using Stateless;

namespace Companion.Dialogs.Talking;

/// <summary>How well words fit what a dialog has asked.</summary>
public enum Fit
{
    /// <summary>Nothing in them answers the question.</summary>
    None,

    /// <summary>They could be an answer, as they could be to many questions (free text).</summary>
    Possible,

    /// <summary>They answer it clearly.</summary>
    Clear,
}

/// <summary>A conversation of one kind. Not safe for several turns at once: <see cref="DialogBook"/> lends each out for one.</summary>
public interface IDialog
{
    /// <summary>Its name in storage.</summary>
    string Name { get; }

    /// <summary>The version new conversations begin under.</summary>
    int Version { get; }

    /// <summary>Its state machine as a Mermaid diagram.</summary>
    string Diagram { get; }

    /// <summary>The first move.</summary>
    /// <param name="slots">What is known already.</param>
    /// <param name="said">The words that led here.</param>
    Step Begin(Slots slots, Utterance said);

    /// <summary>Hears <paramref name="said"/> at <paramref name="place"/> and moves.</summary>
    Step Hear(Place place, Utterance said);

    /// <summary>Nobody answered for a while: nudge, then close with a reason.</summary>
    Step Silence(Place place, Utterance said);

    /// <summary>How well the words answer what was asked at <paramref name="place"/>.</summary>
    Fit Fits(Place place, Utterance said);

    /// <summary>True where an answer is awaited; a dialog that only listens gets the words that fit it clearly and no others.</summary>
    bool Asks(Place place);
}

/// <summary>
/// A dialog as a Stateless machine: hear (words to a trigger), move (the machine's table), say (entry actions that only add
/// effects). State comes from outside and goes back outside.
/// </summary>
public abstract class Dialog<TState, TTrigger> : IDialog
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly List<Effect> effects = [];
    private TState state;

    /// <summary>Declares nothing yet: the constructor of each dialog configures <see cref="Machine"/>.</summary>
    protected Dialog() => Machine = new StateMachine<TState, TTrigger>(() => state, next => state = next);

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract int Version { get; }

    /// <inheritdoc/>
    public string Diagram => Stateless.Graph.MermaidGraph.Format(Machine.GetInfo());

    /// <summary>The table of moves.</summary>
    protected StateMachine<TState, TTrigger> Machine { get; }

    /// <summary>The words of this turn.</summary>
    protected Utterance Said { get; private set; } = null!;

    /// <summary>What has been gathered; actions may set it.</summary>
    protected Slots Slots { get; set; } = Slots.Empty;

    /// <summary>Misunderstandings in a row at the present question.</summary>
    protected int Misunderstood { get; private set; }

    /// <summary>The state conversations begin in, before <see cref="BeginTrigger"/>.</summary>
    protected abstract TState Resting { get; }

    /// <summary>The trigger of the first move.</summary>
    protected abstract TTrigger BeginTrigger { get; }

    /// <summary>The trigger of words that were not understood.</summary>
    protected abstract TTrigger UnclearTrigger { get; }

    /// <summary>The trigger of nobody answering.</summary>
    protected abstract TTrigger SilenceTrigger { get; }

    /// <inheritdoc/>
    public Step Begin(Slots slots, Utterance said) =>
        Move(new Place(Name, Version, Resting.ToString(), slots, 0), said, _ => BeginTrigger);

    /// <inheritdoc/>
    public Step Hear(Place place, Utterance said) => Move(place, said, Hear);

    /// <inheritdoc/>
    public Step Silence(Place place, Utterance said) => Move(place, said, SilenceAt);

    /// <inheritdoc/>
    public Fit Fits(Place place, Utterance said)
    {
        Take(place, said);
        return FitOf(state);
    }

    /// <inheritdoc/>
    public bool Asks(Place place) => AsksAt(Enum.Parse<TState>(place.State));

    /// <summary>What nobody answering comes to at a state.</summary>
    protected virtual TTrigger SilenceAt(TState state) => SilenceTrigger;

    /// <summary>True where an answer is awaited at a state. The default: everywhere.</summary>
    protected virtual bool AsksAt(TState state) => true;

    /// <summary>Turns <see cref="Said"/> into a trigger at a state. Pure: it may read <see cref="Slots"/> but sets nothing.</summary>
    protected abstract TTrigger Hear(TState state);

    /// <summary>How well <see cref="Said"/> answers what is asked at a state. The default: anything understood is possible.</summary>
    protected virtual Fit FitOf(TState state) => Hear(state).Equals(UnclearTrigger) ? Fit.None : Fit.Possible;

    /// <summary>Adds an effect.</summary>
    protected void Do(Effect effect) => effects.Add(effect);

    /// <summary>Says a text.</summary>
    protected void Say(string key, params IReadOnlyList<(string Name, string Value)> words) => Do(new Say(key, words));

    private Step Move(Place place, Utterance said, Func<TState, TTrigger> hear)
    {
        Take(place, said);
        var trigger = hear(state);
        Misunderstood = trigger.Equals(UnclearTrigger) ? place.Misunderstood + 1 : 0;
        Machine.Fire(trigger);
        return new Step(new Place(Name, place.Version, state.ToString(), Slots, Misunderstood), effects.ToArray());
    }

    private void Take(Place place, Utterance said)
    {
        state = Enum.Parse<TState>(place.State);
        Slots = place.Slots;
        Said = said;
        Misunderstood = place.Misunderstood;
        effects.Clear();
    }
}
