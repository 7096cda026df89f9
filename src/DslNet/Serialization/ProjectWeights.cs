using System.Reflection;

namespace DslNet.CompilerServices;

/// <summary>Loads weights that a project names in <c>DslNetWeights</c>: what the generated method <c>Load()</c> of a network calls.</summary>
public static class ProjectWeights
{
    /// <summary>Creates a network with the weights of a resource of its assembly, read where the assembly is mapped.</summary>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <param name="resource">The resource's name.</param>
    /// <param name="renamed">Names in the file, each with its name in the network behind it.</param>
    /// <param name="ignored">Names in the file that are left out.</param>
    /// <exception cref="InvalidDataException">The weights do not fit the network, which a build has not seen.</exception>
    public static TNetwork Embedded<TNetwork>(string resource, ReadOnlySpan<string> renamed, ReadOnlySpan<string> ignored) where TNetwork : INetwork<TNetwork>
    {
        Assembly assembly = typeof(TNetwork).Assembly;
        using Stream stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"{assembly.GetName().Name} has no resource {resource}, where the weights of {typeof(TNetwork).Name} should be. Build it again with the package's targets.");
        return Network.Create<TNetwork>(new SafetensorsReader(stream, resource), NamesOf(renamed, ignored));
    }

    /// <summary>Creates a network with the weights of a file beside the program, where the build has copied it.</summary>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <param name="file">The file's path below the program's folder.</param>
    /// <param name="renamed">Names in the file, each with its name in the network behind it.</param>
    /// <param name="ignored">Names in the file that are left out.</param>
    /// <exception cref="InvalidDataException">The file is another one than the build has seen, and does not fit the network.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static TNetwork BesideProgram<TNetwork>(string file, ReadOnlySpan<string> renamed, ReadOnlySpan<string> ignored) where TNetwork : INetwork<TNetwork>
    {
        string path = Path.Combine(AppContext.BaseDirectory, file.Replace('\\', Path.DirectorySeparatorChar));
        using FileStream stream = NetworkFiles.Open(path);
        return Network.Create<TNetwork>(new SafetensorsReader(stream, path), NamesOf(renamed, ignored));
    }

    private static TensorNames NamesOf(ReadOnlySpan<string> renamed, ReadOnlySpan<string> ignored)
    {
        Dictionary<string, string> names = [];
        for (int i = 0; i + 1 < renamed.Length; i += 2)
            names[renamed[i]] = renamed[i + 1];
        return new TensorNames(names, ignored.ToArray());
    }
}
