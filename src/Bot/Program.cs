var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Companion");
await app.RunAsync();
