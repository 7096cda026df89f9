namespace DslNet;

/// <summary>
/// Several processes that train one network together: <c>FitOptions.Communicator</c>. The package DslNet.Mpi has one over an MPI library.
/// </summary>
/// <remarks>Every process calls the same methods in the same order.</remarks>
public interface ICommunicator
{
    /// <summary>Which process this is, from 0.</summary>
    int Rank { get; }

    /// <summary>How many processes there are.</summary>
    int Ranks { get; }

    /// <summary>Gathers a part from each process.</summary>
    /// <param name="parts">As many parts of one length as there are ranks. This rank's, at its place, is given to the others; theirs are received.</param>
    void AllGather(Span<byte> parts);
}
