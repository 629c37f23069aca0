namespace Stateless;

/// <summary>
/// A table of moves between states. The state may live outside, so that one declared machine serves many things one after the
/// other; it is not safe for use by several threads at once.
/// </summary>
/// <typeparam name="TState">What states are: usually an enum; compared with their own <c>Equals</c>.</typeparam>
/// <typeparam name="TTrigger">What triggers are: usually an enum; compared with their own <c>Equals</c>.</typeparam>
public partial class StateMachine<TState, TTrigger>
{
    // A null state or trigger is refused when it is used, as in the package; a constraint would change the public signature.
#pragma warning disable CS8714
    private readonly Dictionary<TState, Node> _nodes = [];
    private readonly Dictionary<TTrigger, TriggerWithParameters> _parameters = [];
#pragma warning restore CS8714

    private readonly Func<TState> _stateAccessor;
    private readonly Action<TState> _stateMutator;
    private readonly TState _initialState;
    private readonly FiringMode _firingMode;

    /// <summary>A machine that keeps its own state and queues triggers.</summary>
    public StateMachine(TState initialState)
        : this(initialState, FiringMode.Queued)
    {
    }

    /// <summary>A machine whose state is kept elsewhere, and that queues triggers.</summary>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator)
        : this(stateAccessor, stateMutator, FiringMode.Queued)
    {
    }

    /// <summary>A machine that keeps its own state.</summary>
    public StateMachine(TState initialState, FiringMode firingMode)
    {
        var state = initialState;
        _stateAccessor = () => state;
        _stateMutator = value => state = value;
        _initialState = initialState;
        _firingMode = firingMode;
        _unhandled = Refuse;
    }

    /// <summary>
    /// A machine whose state is kept elsewhere. It is read once here, to know what diagrams start from, and then anew whenever
    /// it is needed.
    /// </summary>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator, FiringMode firingMode)
    {
        ArgumentNullException.ThrowIfNull(stateAccessor);
        ArgumentNullException.ThrowIfNull(stateMutator);
        _stateAccessor = stateAccessor;
        _stateMutator = stateMutator;
        _initialState = stateAccessor();
        _firingMode = firingMode;
        _unhandled = Refuse;
    }

    /// <summary>The current state.</summary>
    public TState State
    {
        get => _stateAccessor();
        private set => _stateMutator(value);
    }

    /// <summary>Has a meaning for asynchronous actions only, which are not part of this implementation.</summary>
    public bool RetainSynchronizationContext { get; set; }

    private Node Current => NodeOf(State);

    /// <summary>Begins, or goes on with, the declaration of a state.</summary>
    public StateConfiguration Configure(TState state) => new(this, NodeOf(state));

    /// <summary>True when the machine is in this state or in one below it.</summary>
    public bool IsInState(TState state) => Current.IsWithin(state);

    /// <summary>Runs the activation actions of the current state, superstates first. Firing a trigger does not.</summary>
    public void Activate() => Current.Activate();

    /// <summary>Runs the deactivation actions of the current state, superstates last. Firing a trigger does not.</summary>
    public void Deactivate() => Current.Deactivate();

    /// <summary>The current state and the triggers it would accept.</summary>
    public override string ToString() =>
        $"StateMachine {{ State = {State}, PermittedTriggers = {{ {string.Join(", ", Permitted([]))} }}}}";

    private Node NodeOf(TState state)
    {
        if (!_nodes.TryGetValue(state, out var node))
        {
            _nodes.Add(state, node = new Node(state));
        }

        return node;
    }
}
