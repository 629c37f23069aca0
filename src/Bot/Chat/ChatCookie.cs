using System.Security.Cryptography;
using Companion.Workflows.HandOffs;

namespace Companion.Bot.Chat;

/// <summary>
/// The cookie that holds a browser's chat: the signed id of its session, gone when the browser is closed. The id is given at the
/// first look, before anything is stored, so that a first message that is sent twice is still one.
/// </summary>
public sealed class ChatCookie(Links links, LinkSettings settings)
{
    private const string Name = "companion-chat";

    /// <summary>The session's id, or null when the browser has none of ours.</summary>
    public long? Read(HttpRequest request) => links.Verify(request.Cookies[Name], Links.ForChat);

    /// <summary>Gives the browser a new id.</summary>
    public long Begin(HttpContext context)
    {
        var id = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
        Write(context, id);
        return id;
    }

    /// <summary>Gives the browser the id of a session.</summary>
    public void Write(HttpContext context, long id) => context.Response.Cookies.Append(Name, links.Sign(id, Links.ForChat), Options(context));

    /// <summary>The browser forgets its chat.</summary>
    public void Forget(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    // Behind a proxy that ends TLS the request looks like plain http, but people's browsers came by https.
    private CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps || settings.BaseUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
        IsEssential = true,
    };
}
