using Microsoft.Extensions.Logging;

namespace DslNet.AspNetCore;

/// <summary>What is logged.</summary>
internal static partial class NetworkLog
{
    [LoggerMessage(1, LogLevel.Information, "{Network} was loaded anew from {Path}.")]
    public static partial void Loaded(ILogger logger, string network, string path);

    [LoggerMessage(2, LogLevel.Error, "{Network} stays as it was: {Path} changed, but cannot be loaded.")]
    public static partial void Kept(ILogger logger, string network, string path, Exception exception);
}
