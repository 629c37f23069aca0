using Stateless.Reflection;

namespace Stateless;

/// <summary>One condition of a guard: the test, and how it is described to people.</summary>
internal readonly record struct Condition(Func<object[], bool> Test, InvocationInfo Method);

/// <summary>Everything that must hold for a trigger to be accepted. Without conditions it always holds.</summary>
internal sealed class Guard
{
    public static readonly Guard None = new();

    private readonly Condition[] _conditions;

    private Guard(params Condition[] conditions) => _conditions = conditions;

    public IEnumerable<InvocationInfo> Methods => Array.ConvertAll(_conditions, condition => condition.Method);

    public static Guard Of(Func<bool> guard, string? description)
    {
        ArgumentNullException.ThrowIfNull(guard);
        return new(new Condition(_ => guard(), InvocationInfo.Create(guard, description)));
    }

    public static Guard Of(Func<object[], bool> guard, string? description)
    {
        ArgumentNullException.ThrowIfNull(guard);
        return new(new Condition(guard, InvocationInfo.Create(guard, description)));
    }

    public static Guard Of(Tuple<Func<bool>, string>[] guards)
    {
        ArgumentNullException.ThrowIfNull(guards);
        return new(Array.ConvertAll(guards, one => Of(one.Item1, one.Item2)._conditions[0]));
    }

    public static Guard Of(Tuple<Func<object[], bool>, string>[] guards) =>
        new(Array.ConvertAll(guards, one => Of(one.Item1, one.Item2)._conditions[0]));

    /// <summary>
    /// The descriptions of the conditions that do not hold, added to <paramref name="unmet"/>; returns whether all hold. Every
    /// condition is asked, so that a refusal can name all its reasons.
    /// </summary>
    public bool Holds(object[] args, ref List<string>? unmet)
    {
        var holds = true;
        foreach (var condition in _conditions)
        {
            if (condition.Test(args))
            {
                continue;
            }

            holds = false;
            unmet ??= [];
            if (!unmet.Contains(condition.Method.Description))
            {
                unmet.Add(condition.Method.Description);
            }
        }

        return holds;
    }
}
