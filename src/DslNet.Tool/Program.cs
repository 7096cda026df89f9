using System.CommandLine;
using System.Globalization;
using DslNet.Audio;
using DslNet.Onnx;
using DslNet.Tool;
using DslNet.Tool.Commands;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var root = new RootCommand(
    "Small neural networks in C#: imports and exports models, describes networks and their files, and checks that they fit.\n\n" +
    "Exit codes: 0 done; 1 the file is damaged, is no network of DslNet, or does not fit; 2 the command was written wrongly; 3 a file cannot be read or written.")
{
    ImportCommand.Create(),
    ExportCommand.Create(),
    ConvertCommand.Create(),
    DescribeCommand.Create(),
    CheckCommand.Create(),
    SearchCommand.Create(),
};

ParseResult parsed = root.Parse(args);
try
{
    int result = parsed.Invoke(new() { EnableDefaultExceptionHandler = false });
    return parsed.Errors.Count > 0 ? ExitCode.Usage : result;
}
catch (OnnxException e)
{
    return Fail(ExitCode.DoesNotFit, e.Problems);
}
catch (NamException e)
{
    return Fail(ExitCode.DoesNotFit, [e.Message]);
}
catch (InvalidDataException e)
{
    return Fail(ExitCode.DoesNotFit, [e.Message]);
}
catch (ArgumentException e)
{
    return Fail(ExitCode.Usage, [e.Message]);
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    return Fail(ExitCode.Inaccessible, [e.Message]);
}

static int Fail(int code, IReadOnlyList<string> problems)
{
    foreach (string problem in problems)
        Console.Error.WriteLine(problem);
    return code;
}
