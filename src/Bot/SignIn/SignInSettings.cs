namespace Companion.Bot.SignIn;

/// <summary>How staff sign in: with their account of one Microsoft Entra tenant. Without it the console is open in Development alone.</summary>
public sealed class SignInSettings
{
    /// <summary>The tenant's id: one organisation's, for whoever else has a Microsoft account is nobody we know.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The id under which Companion is registered there.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret of that registration; by environment only.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Where people sign in: another in a national cloud.</summary>
    public string Authority { get; set; } = "https://login.microsoftonline.com";

    /// <summary>Who is entered as the manager of a service that has none, at their first sign-in: the service's key and their e-mail address.</summary>
    public Dictionary<string, string> FirstManagers { get; set; } = [];

    /// <summary>True when people can sign in.</summary>
    public bool IsConfigured => TenantId.Length > 0 && ClientId.Length > 0 && ClientSecret.Length > 0;

    /// <summary>The tenant's addresses begin with this; no slash at the end.</summary>
    public string Tenant => $"{Authority.TrimEnd('/')}/{TenantId}";

    /// <summary>What is wrong with these settings.</summary>
    public IEnumerable<string> Wrong()
    {
        if (!IsConfigured && (TenantId.Length > 0 || ClientId.Length > 0 || ClientSecret.Length > 0))
        {
            yield return "SignIn: TenantId, ClientId and ClientSecret (the environment variable SignIn__ClientSecret) belong together; give all of them, or none.";
        }

        if (TenantId.Length > 0 && !Guid.TryParse(TenantId, out _))
        {
            yield return "SignIn:TenantId: give the tenant's id (a GUID); with 'common' or a name anybody with a Microsoft account could knock.";
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
        {
            yield return $"SignIn:Authority: '{Authority}' is no https address.";
        }
    }
}
