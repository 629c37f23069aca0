using Companion.Workflows.Notes;
using Companion.Workflows.Settings;
using Companion.Workflows.Summaries;
using Companion.Workflows.Summaries.Asking;
using Companion.Workflows.Telemetry;
using Microsoft.Extensions.AI;

namespace Companion.Bot.Models;

/// <summary>The model's parts.</summary>
public static class ModelRegistration
{
    /// <summary>Registers the model when it is configured, and who drafts for which service.</summary>
    public static IServiceCollection AddModel(this IServiceCollection parts, ModelSettings settings)
    {
        parts
            .AddSingleton(settings)
            .AddSingleton<ModelBudget>()
            .AddSingleton(all => new ChooseSummariser(
                all.GetRequiredService<ServiceBook>(),
                all.GetService<AskModel>(),
                all.GetRequiredService<ModelBudget>(),
                all.GetRequiredService<ExtractiveSummariser>(),
                all.GetRequiredService<CompanionMeter>()))
            .AddSingleton(all => new Summarisers(all.GetRequiredService<ChooseSummariser>().Of));
        return settings.IsComplete ? parts.AddChatClient(settings) : parts;
    }

    /// <summary>What reaches the model: the words go to the address that was configured, and nowhere else.</summary>
    internal static SocketsHttpHandler Connections() => new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private static IServiceCollection AddChatClient(this IServiceCollection parts, ModelSettings settings)
    {
        parts.AddHttpClient(nameof(OpenAiChatClient), http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Connections)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return parts
            .AddSingleton<IChatClient>(all => new OpenAiChatClient(settings, all.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(OpenAiChatClient))))
            .AddSingleton<AskModel>();
    }
}
