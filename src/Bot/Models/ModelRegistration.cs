using Companion.Workflows.Summaries;
using Companion.Workflows.Summaries.Asking;
using Microsoft.Extensions.AI;

namespace Companion.Bot.Models;

/// <summary>The model's parts.</summary>
public static class ModelRegistration
{
    /// <summary>
    /// Registers the model when it is configured, and who drafts for which service. The checks (<see cref="CheckDraft"/>) and the extractive summariser
    /// (<see cref="ISummariser"/>) are registered by whoever has them.
    /// </summary>
    public static IServiceCollection AddModel(this IServiceCollection parts, ModelSettings settings)
    {
        parts
            .AddSingleton(settings)
            .AddSingleton<ModelBudget>()
            .AddSingleton(all => new Checking(all.GetRequiredService<CheckDraft>(), all.GetRequiredService<ISummariser>()))
            .AddSingleton(all => ActivatorUtilities.CreateInstance<ChooseSummariser>(all));
        return settings.IsComplete ? parts.AddChatClient(settings) : parts;
    }

    private static IServiceCollection AddChatClient(this IServiceCollection parts, ModelSettings settings)
    {
        parts.AddHttpClient(nameof(OpenAiChatClient), http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false, // the words go to the address that was configured, and nowhere else
                ConnectTimeout = TimeSpan.FromSeconds(3),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return parts
            .AddSingleton<IChatClient>(all => new OpenAiChatClient(settings, all.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(OpenAiChatClient))))
            .AddSingleton<AskModel>();
    }
}
