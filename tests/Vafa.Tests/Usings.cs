global using Shouldly;
global using Vafa.Tests.Harness;
global using Xunit;
