namespace Companion.Bot.Assets;

/// <summary>Serves /assets/NAME.</summary>
public static class AssetEndpoint
{
    /// <summary>Maps the assets.</summary>
    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet("/assets/{name}", Serve);

    private static IResult Serve(string name, HttpContext context, PageAssets assets)
    {
        if (assets.Find(name) is not { } asset)
        {
            return Results.NotFound();
        }

        var (bytes, encoding) = asset.For(context.Request.Headers.AcceptEncoding.ToString());
        var headers = context.Response.Headers;
        headers.Vary = "Accept-Encoding";
        headers.ContentEncoding = encoding;
        headers.CacheControl = context.Request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(bytes, asset.ContentType);
    }
}
