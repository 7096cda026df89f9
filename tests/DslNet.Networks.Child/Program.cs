using DslNet.Networks.Child;
using DslNet.Networks.Tests;

// What may end a process is tried here, and the tests look how it ended.
switch (args)
{
    case ["guard", string name, string place]:
        GuardedRun.Run(NetworkCase.Of(name), Enum.Parse<Place>(place));
        break;
    case ["guard-tokens", string place]:
        TokenRun.Run(Enum.Parse<Place>(place));
        break;
    case ["guard-frames", string place]:
        FrameRun.Run(Enum.Parse<Place>(place));
        break;
    case ["overrun", string place]:
        Overrun.Run(Enum.Parse<Place>(place));
        break;
    case ["train", string end]:
        EndlessRun.Run(end);
        break;
    case ["run"]:
        PlainRun.Run();
        break;
    case ["save", string path]:
        SavingRun.Run(path);
        break;
    case ["resume", string path]:
        ResumedRun.Run(path);
        break;
    default:
        Console.Error.WriteLine("guard NETWORK PLACE | guard-tokens PLACE | guard-frames PLACE | overrun PLACE | train signal|exit | run | save PATH | resume PATH");
        return 64;
}

Console.WriteLine("done");
return 0;
