using DslNet;
using HandwrittenDigits;

namespace DrawADigit;

/// <summary>The service: a page on which one draws a digit, and what it asks. <c>--weights FILE</c> says where the network is, <c>--urls</c> where it listens.</summary>
internal static class Service
{
    public static WebApplication Create(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
        string weights = builder.Configuration["weights"] ?? "digits.safetensors";
        if (!File.Exists(weights))
            Train(weights);

        builder.Services.AddNetwork<DigitNet>(weights);
        WebApplication app = builder.Build();
        app.MapGet("/", () => Embedded("index.html", "text/html"));
        app.MapGet("/predict.js", () => Embedded("predict.js", "text/javascript"));
        app.MapPost("/predict", (float[] pixels, DigitNet net) => Drawings.IsOne(pixels)
            ? Results.Ok(Reading.Of(net, pixels))
            : Results.BadRequest("A digit has 64 pixels from 0 to 1."));
        app.MapHealthChecks("/health");
        return app;
    }

    /// <summary>Trains the network that is not there yet: it takes a second.</summary>
    public static void Train(string path, int seed = 7)
    {
        var net = new DigitNet(seed);
        net.Fit(Digits.LoadAll(), Recipe.Create());
        net.Save(path);
    }

    private static IResult Embedded(string name, string type) => Results.Stream(typeof(Service).Assembly.GetManifestResourceStream(name)!, type);
}
