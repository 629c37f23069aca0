namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private const string BlocksOnGuards = "Obsolete in the package, where it may block on an asynchronous guard. Use CanFire.";

    /// <summary>The triggers that would be accepted now; guards with parameters see default values.</summary>
    [Obsolete(BlocksOnGuards)]
    public IEnumerable<TTrigger> PermittedTriggers => Permitted([]);

    /// <summary>The triggers that would be accepted now with these arguments.</summary>
    [Obsolete(BlocksOnGuards)]
    public IEnumerable<TTrigger> GetPermittedTriggers(params object[] args) => Permitted(args);

    /// <summary>The triggers that would be accepted now with these arguments, and their declared parameters.</summary>
    [Obsolete(BlocksOnGuards)]
    public IEnumerable<TriggerDetails<TState, TTrigger>> GetDetailedPermittedTriggers(params object[] args) =>
        Permitted(args).ConvertAll(
            trigger => new TriggerDetails<TState, TTrigger>(trigger, _parameters.GetValueOrDefault(trigger)));

    /// <summary>True when the trigger would be accepted now; guards with parameters see default values.</summary>
    public bool CanFire(TTrigger trigger) => Current.Find(trigger, []).Rule is not null;

    /// <inheritdoc cref="CanFire(TTrigger)"/>
    /// <param name="trigger">The trigger.</param>
    /// <param name="unmetGuards">
    /// The descriptions of the conditions that stand in the way; empty when none does, null when the state knows no such trigger.
    /// </param>
    public bool CanFire(TTrigger trigger, out ICollection<string> unmetGuards) => CanFire(trigger, [], out unmetGuards);

    /// <summary>True when the trigger would be accepted now with this argument.</summary>
    public bool CanFire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0) => CanFire(trigger, arg0, out _);

    /// <inheritdoc cref="CanFire(TTrigger, out ICollection{string})"/>
    public bool CanFire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0, out ICollection<string> unmetGuards)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return CanFire(trigger.Trigger, [arg0!], out unmetGuards);
    }

    /// <summary>True when the trigger would be accepted now with these arguments.</summary>
    public bool CanFire<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1) =>
        CanFire(trigger, arg0, arg1, out _);

    /// <inheritdoc cref="CanFire(TTrigger, out ICollection{string})"/>
    public bool CanFire<TArg0, TArg1>(
        TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1, out ICollection<string> unmetGuards)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return CanFire(trigger.Trigger, [arg0!, arg1!], out unmetGuards);
    }

    /// <summary>True when the trigger would be accepted now with these arguments.</summary>
    public bool CanFire<TArg0, TArg1, TArg2>(
        TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TArg0 arg0, TArg1 arg1, TArg2 arg2) =>
        CanFire(trigger, arg0, arg1, arg2, out _);

    /// <inheritdoc cref="CanFire(TTrigger, out ICollection{string})"/>
    public bool CanFire<TArg0, TArg1, TArg2>(
        TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
        TArg0 arg0,
        TArg1 arg1,
        TArg2 arg2,
        out ICollection<string> unmetGuards)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return CanFire(trigger.Trigger, [arg0!, arg1!, arg2!], out unmetGuards);
    }

    private bool CanFire(TTrigger trigger, object[] args, out ICollection<string> unmetGuards)
    {
        var answer = Current.Find(trigger, args);
        unmetGuards = answer.Rule is null ? answer.Unmet! : [];
        return answer.Rule is not null;
    }

    private List<TTrigger> Permitted(object[] args)
    {
        var permitted = new List<TTrigger>();
        Current.AddPermitted(permitted, args);
        return permitted;
    }
}
