namespace DslNet.Mpi;

/// <summary>The processes that <c>mpirun</c> started together.</summary>
/// <example>
/// <code>
/// // mpirun -n 4 dotnet Train.dll
/// net.Fit(train, new FitOptions { Optimizer = new Adam(), BatchSize = 1024, Communicator = Mpi.World });
/// </code>
/// </example>
public static class Mpi
{
    private static readonly Lazy<MpiWorld> s_world = new(MpiWorld.Create);

    /// <summary>All of them; this process alone where no launcher started it, so that a program runs without one too.</summary>
    /// <exception cref="DllNotFoundException">The launcher's library is not installed.</exception>
    public static MpiWorld World => s_world.Value;
}
