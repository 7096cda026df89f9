using System.Diagnostics;
using System.Text;
using DslNet.Benchmarks.Protocol;

namespace DslNet.Benchmarks.Compare;

/// <summary>A peer's process: it waits for requests and does nothing in between.</summary>
internal sealed class PeerProcess : IDisposable
{
    // Memory that goes back to the system after each step costs libtorch much of its speed with large batches: it is
    // mapped and cleared again in the next one.
    private static readonly Dictionary<string, string> s_bestSettings = new()
    {
        ["GLIBC_TUNABLES"] = "glibc.malloc.trim_threshold=4294967296:glibc.malloc.mmap_max=0",
    };

    private readonly Process _process;

    public PeerProcess(PeerProgram program)
    {
        Program = program;
        var start = new ProcessStartInfo("dotnet", program.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach ((string name, string value) in s_bestSettings)
            start.Environment[name] = value;
        _process = DotnetCommand.Start(start);
    }

    /// <summary>The program that runs.</summary>
    public PeerProgram Program { get; }

    /// <summary>Asks and waits for the answer.</summary>
    /// <exception cref="BenchmarkException">The peer lacks something, or its process has ended; why, it has said on the standard error stream.</exception>
    public Reply Ask(Request request)
    {
        if (Send(Line.Of(request)) && _process.StandardOutput.ReadLine() is { } line)
        {
            Reply reply = Line.Parse<Reply>(line);
            return reply.Failure is null ? reply : throw new BenchmarkException($"{reply.Failure}. {PeerProgram.WithoutIt(Program)}");
        }

        _process.WaitForExit();
        throw new BenchmarkException($"{Program.Title} stopped with code {_process.ExitCode} when asked to {request.Command}: see above. {PeerProgram.WithoutIt(Program)}");
    }

    /// <summary>Sends a line; false if the process does not read any more.</summary>
    private bool Send(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        // Ordinary peers end with their input; one that hangs does not.
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended by itself, and left what it was sent unread.
        }

        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
            _process.Kill();
        _process.Dispose();
    }
}
