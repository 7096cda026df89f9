using DslNet.Benchmarks.Peers;

namespace DslNet.Benchmarks.Compare;

/// <summary>A peer's program: this one again, another build of it, or a project of its own for what brings native libraries along.</summary>
/// <param name="Name">The name in the rows of the output.</param>
/// <param name="Title">The name for people.</param>
/// <param name="Project">The project's folder under benchmarks; null for this program.</param>
/// <param name="Build">The assembly of another build of this program; null for this one.</param>
internal sealed record PeerProgram(string Name, string Title, string? Project = null, string? Build = null)
{
    public const string DslNet = "dslnet";

    /// <summary>Another build of DslNet.</summary>
    public const string BaselineName = "baseline";

    /// <summary>All peers, DslNet first: the others are compared with it.</summary>
    public static IReadOnlyList<PeerProgram> All { get; } =
    [
        new(DslNet, "DslNet"),
        new("torchsharp", "libtorch", "DslNet.Benchmarks.Peers.LibTorch"),
        new("ort", "ONNX Runtime", "DslNet.Benchmarks.Peers.OnnxRuntime"),
        new("naive", "naïve C#"),
    ];

    /// <summary>Another build of DslNet, by the assembly that <see cref="Baseline.Find"/> has found.</summary>
    public static PeerProgram Baseline(string build) => new(BaselineName, "baseline", Build: build);

    /// <summary>What dotnet is to run: the assembly and, for this program, the part it is to play.</summary>
    public string[] Arguments => Project is null
        ? [Build ?? typeof(PeerProgram).Assembly.Location, PeerCommand.Name, Build is null ? Name : DslNet]
        : [Path.Combine(Folder, "bin", "Release", $"net{Environment.Version.ToString(2)}", Project + ".dll")];

    /// <summary>Where the project is.</summary>
    /// <exception cref="BenchmarkException">The program does not run from a working copy of the repository.</exception>
    public string Folder => Path.Combine(Repository, "benchmarks", Project!);

    /// <summary>How to go on if this peer is not to be had.</summary>
    public static string WithoutIt(PeerProgram program) =>
        program.Name == DslNet ? "" : $"To compare without it: --peer {string.Join(' ', All.Where(each => each.Name != program.Name).Select(each => each.Name))}";

    private static string Repository
    {
        get
        {
            for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "DslNet.sln")))
                    return folder;
            }

            throw new BenchmarkException($"There is no DslNet.sln above {AppContext.BaseDirectory}: run the comparison from a working copy, which it builds the peers from.");
        }
    }
}
