namespace Stateless.Reflection;

/// <summary>Describes a method of the caller's: an action, a guard or a selector of destinations.</summary>
public class InvocationInfo
{
    private const string NoName = "<null>";

    private readonly string? _description;
    private readonly Timing _timing;
    private readonly Delegate? _method;
    private string? _methodName;

    public InvocationInfo(string? methodName, string? description, Timing timing)
    {
        _methodName = methodName;
        _description = description;
        _timing = timing;
    }

    // The name is looked up when somebody asks: reflection is most of the cost of declaring a machine.
    private InvocationInfo(Delegate method, string? description)
    {
        _method = method;
        _description = description;
    }

    /// <summary>Whether a method is awaited.</summary>
    public enum Timing
    {
        /// <summary>The method is called and returns.</summary>
        Synchronous,

        /// <summary>The method is awaited.</summary>
        Asynchronous,
    }

    /// <summary>What <see cref="Description"/> says of a lambda without a description. "Function" unless changed.</summary>
    public static string DefaultFunctionDescription { get; set; } = "Function";

    /// <summary>The name in the code; for a lambda one made up by the compiler.</summary>
    public string? MethodName => _methodName ??= _method?.Method.Name;

    /// <summary>
    /// The description given by the caller, else <see cref="DefaultFunctionDescription"/> for a lambda, else the name.
    /// </summary>
    public string Description =>
        _description ?? (MethodName is not { } name ? NoName : IsCompilerMade(name) ? DefaultFunctionDescription : name);

    /// <summary>True when the method is awaited.</summary>
    public bool IsAsync => _timing == Timing.Asynchronous;

    internal static InvocationInfo Create(Delegate method, string? description) => new(method, description);

    private static bool IsCompilerMade(string name) => name.AsSpan().ContainsAny('<', '>', '`');
}
