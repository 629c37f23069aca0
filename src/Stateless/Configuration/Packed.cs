namespace Stateless;

/// <summary>Turns what takes typed arguments into what takes them as an array.</summary>
internal static class Packed
{
    public static Func<object[], TResult> Function<TArg0, TResult>(Func<TArg0, TResult> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return args => function(Arguments.Read<TArg0>(args, 0));
    }

    public static Func<object[], TResult> Function<TArg0, TArg1, TResult>(Func<TArg0, TArg1, TResult> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return args => function(Arguments.Read<TArg0>(args, 0), Arguments.Read<TArg1>(args, 1));
    }

    public static Func<object[], TResult> Function<TArg0, TArg1, TArg2, TResult>(Func<TArg0, TArg1, TArg2, TResult> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return args => function(Arguments.Read<TArg0>(args, 0), Arguments.Read<TArg1>(args, 1), Arguments.Read<TArg2>(args, 2));
    }

    public static Guard Guards<TArg0>(Tuple<Func<TArg0, bool>, string>[] guards)
    {
        ArgumentNullException.ThrowIfNull(guards);
        return Guard.Of(Array.ConvertAll(guards, one => Tuple.Create(Function(one.Item1), one.Item2)));
    }

    public static Guard Guards<TArg0, TArg1>(Tuple<Func<TArg0, TArg1, bool>, string>[] guards)
    {
        ArgumentNullException.ThrowIfNull(guards);
        return Guard.Of(Array.ConvertAll(guards, one => Tuple.Create(Function(one.Item1), one.Item2)));
    }

    public static Guard Guards<TArg0, TArg1, TArg2>(Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards)
    {
        ArgumentNullException.ThrowIfNull(guards);
        return Guard.Of(Array.ConvertAll(guards, one => Tuple.Create(Function(one.Item1), one.Item2)));
    }
}
