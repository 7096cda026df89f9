using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace DslNet.Networks.Tests;

/// <summary>A context that can be unloaded, as hosts of plugins have them: with networks, and with the library too or without it.</summary>
internal sealed class UnloadableContext(bool withLibrary) : AssemblyLoadContext("networks", isCollectible: true)
{
    private const string Networks = "DslNet.Networks.Child", Library = "DslNet";

    /// <summary>Trains in it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Train() =>
        LoadFromAssemblyName(new AssemblyName(Networks)).GetType("DslNet.Networks.Child.TrainingRun")!.GetMethod("Run")!.Invoke(null, null);

    /// <summary>How many workers the library has by now that its networks use.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Workers()
    {
        Assembly library = withLibrary ? LoadFromAssemblyName(new AssemblyName(Library)) : typeof(NetworkThreads).Assembly;
        return ((Array)library.GetType("DslNet.WorkerPool")!.GetField("s_workers", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!).Length;
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == Networks || withLibrary && assemblyName.Name == Library
            ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, $"{assemblyName.Name}.dll"))
            : null;
}
