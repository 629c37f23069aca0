using Companion.Workflows.Workers;

namespace Companion.Bot.SignIn;

/// <summary>Who is signed in at this request, as the record has them now. On a page that no policy guards there may be nobody.</summary>
public sealed class SignedIn(IHttpContextAccessor accessor)
{
    /// <summary>The worker, or null when nobody is signed in.</summary>
    public Worker? Somebody => accessor.HttpContext?.Features.Get<Worker>();

    /// <summary>The worker.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Worker Worker => Somebody ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Their id.</summary>
    public long Id => Worker.Id;

    /// <summary>Their name, as the record keeps who did something.</summary>
    public string Name => Worker.Name;

    /// <summary>The service they work for: they see its rows and nobody else's.</summary>
    public string ServiceId => Worker.ServiceId;

    /// <summary>True for whoever enters workers, leave and who is on call.</summary>
    public bool IsManager => Worker.Role == WorkerRole.Manager;
}
