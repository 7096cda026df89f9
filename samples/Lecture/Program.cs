using System.Globalization;
using System.Text;
using Lecture;

// An introduction to deep learning, told by running code. Every part is a file of its own in the folder Parts; begin with
// Part01Line.cs, and read each beside what it prints. Networks are declared in the folder Networks.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var page = new Page(Console.Out);
foreach ((string title, Action<Page> tell) in Contents.Parts)
{
    page.Title(title);
    tell(page);
}

page.Say($"The end. {page.Checks} numbers were checked on the way, and all were right.");
