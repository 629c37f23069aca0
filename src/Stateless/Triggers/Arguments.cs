namespace Stateless;

/// <summary>Reads and checks the loosely typed arguments that travel with a trigger.</summary>
internal static class Arguments
{
    /// <summary>
    /// The argument at <paramref name="index"/>. An empty array stands for "not known yet" and reads as the default value, so
    /// that a guard with parameters can be asked whether its trigger could be fired.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such argument, or it is of another type.</exception>
    public static TArg Read<TArg>(object?[] args, int index)
    {
        if (args.Length == 0)
        {
            return default!;
        }

        if (index >= args.Length)
        {
            throw new ArgumentException(Missing(typeof(TArg), index), nameof(args));
        }

        return args[index] switch
        {
            TArg arg => arg,
            null when default(TArg) is null => default!,
            var other => throw new ArgumentException(WrongType(other, typeof(TArg), index), nameof(args)),
        };
    }

    /// <summary>Checks arguments before a trigger is handled. None at all is accepted: see <see cref="Read{TArg}"/>.</summary>
    /// <exception cref="ArgumentException">Too few, too many, or one of another type.</exception>
    public static void Check(object?[] args, Type[] expected)
    {
        if (args.Length > expected.Length)
        {
            throw new ArgumentException($"The trigger takes {expected.Length} argument(s), not {args.Length}.", nameof(args));
        }

        for (var i = 0; i < expected.Length && args.Length > 0; i++)
        {
            if (i >= args.Length)
            {
                throw new ArgumentException(Missing(expected[i], i), nameof(args));
            }

            if (args[i] is { } arg && !expected[i].IsInstanceOfType(arg))
            {
                throw new ArgumentException(WrongType(arg, expected[i], i), nameof(args));
            }
        }
    }

    private static string Missing(Type expected, int index) =>
        $"The trigger needs an argument of type {expected} in position {index}.";

    private static string WrongType(object? arg, Type expected, int index) =>
        $"The argument in position {index} is of type {arg?.GetType().ToString() ?? "null"}, the trigger needs {expected}.";
}
